/**
 * JSON in one form only, after RFC 8785: keys in order of their UTF-16 units, no spaces, so that the same facts always give the same
 * bytes, whichever database they came from. Takes what JSON has, nothing else: a Date or an undefined is a fault of ours.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype)
    return `{${Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`)
      .join(',')}}`;
  throw new TypeError(`Not JSON: ${typeof value}`);
}
