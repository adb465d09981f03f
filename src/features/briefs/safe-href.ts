/** The address of a link if it is one that a reader may be sent to, else nothing: no javascript:, no data:. */
export function safeHref(href: unknown): string | undefined {
  if (typeof href !== 'string' || href.length > 2000) return undefined;
  if (/^[/#](?!\/)/.test(href)) return href;
  return URL.canParse(href) && ['http:', 'https:', 'mailto:'].includes(new URL(href).protocol)
    ? href
    : undefined;
}
