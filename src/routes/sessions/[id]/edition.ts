/** The edition of the record that an address names; undefined: the latest. What is no number is no edition. */
export function editionIn(url: URL): number | undefined {
  const asked = url.searchParams.get('edition');
  if (asked === null) return undefined;
  return /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 0;
}
