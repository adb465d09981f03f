/**
 * The sign-in cookie's name. Over https it has the `__Host-` prefix, which browsers only accept with Secure, path /
 * and no Domain, so that no neighbouring host can plant one; on loopback http browsers would refuse that prefix.
 */
export const signInCookie = (secure: boolean): string => (secure ? '__Host-palabre' : 'palabre_sign_in');

/** The token out of a raw Cookie header, for the sockets. */
export function tokenFromHeader(header: string | undefined, secure: boolean): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const [name, value] = part.split('=');
    if (name.trim() === signInCookie(secure)) return value?.trim();
  }
  return undefined;
}
