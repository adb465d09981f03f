/**
 * The sign-in cookie's name. Over https it has the `__Host-` prefix, which browsers only accept with Secure, path /
 * and no Domain, so that no neighbouring host can plant one; on loopback http browsers would refuse that prefix.
 */
export const signInCookie = (secure: boolean): string => (secure ? '__Host-palabre' : 'palabre_sign_in');

/** How the cookie is set and taken away: no script reads it, no other site sends it, it ends when the sign-in does. */
export const signInCookieOptions = (secure: boolean, expires: Date) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure, expires }) as const;

/** The token out of a raw Cookie header, for the sockets. */
export function tokenFromHeader(header: string | undefined, secure: boolean): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const [name, value] = part.split('=');
    if (name.trim() === signInCookie(secure)) return value?.trim();
  }
  return undefined;
}
