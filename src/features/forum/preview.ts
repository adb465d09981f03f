import type { Direction } from '#lib/dir.ts';

/** A text as it would stand if it were posted now. */
export interface Preview {
  html: string;
  lang: string;
  dir: Direction;
}

export async function fetchPreview(
  { body, lang }: { body: string; lang: string },
  fallback: string
): Promise<Preview | null> {
  const response = await fetch('/preview', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ body, fallback, ...(lang ? { lang } : {}) })
  }).catch(() => null);
  return response?.ok ? ((await response.json()) as Preview) : null;
}
