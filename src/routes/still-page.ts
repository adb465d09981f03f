import { exportPolicy } from '#features/archive/server/export-html.ts';

/** A page that is nothing but its bytes: no script, nothing from elsewhere, no form. */
export const stillPage = (html: string, headers: Record<string, string>, status = 200): Response =>
  new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `${exportPolicy}; frame-ancestors 'none'`,
      ...headers
    }
  });
