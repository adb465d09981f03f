/** Which pages to name, from 1 to `last`, around `page`; null where some are left out. At most nine. */
export function pageNumbers(page: number, last: number): (number | null)[] {
  const near = [1, page - 2, page - 1, page, page + 1, page + 2, last].filter(
    (one) => one >= 1 && one <= last
  );
  const named = [...new Set(near)].sort((a, b) => a - b);
  return named.flatMap((one, at) => {
    const gap = one - (named[at - 1] ?? one);
    // One page left out takes as much room as a gap: it is named.
    return gap === 2 ? [one - 1, one] : gap > 2 ? [null, one] : [one];
  });
}
