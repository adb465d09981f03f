import { settings } from '#lib/server/env.ts';

/** The reader's choice (cookie), else the first language of theirs that we have, else the first that we have. */
export function readLocale(headers: Headers): string {
  const offered = settings().locales;
  const chosen = /(?:^|;\s*)palabre_locale=([a-z]{2})/.exec(headers.get('cookie') ?? '')?.[1];
  if (chosen && offered.includes(chosen)) return chosen;
  const wanted = (headers.get('accept-language') ?? '')
    .split(',')
    .map((part) => {
      const [tag, quality] = part.trim().split(';q=');
      return {
        language: tag.slice(0, 2).toLowerCase(),
        quality: quality === undefined ? 1 : Number(quality) || 0
      };
    })
    .sort((a, b) => b.quality - a.quality);
  return wanted.find(({ language }) => offered.includes(language))?.language ?? offered[0];
}
