import { getRequestEvent } from '$app/server';
import type { Handle } from '@sveltejs/kit/hooks';
import { baseLocale, overwriteGetLocale, type Locale } from '#lib/paraglide/runtime.js';
import { readLocale } from './read-locale.ts';

// Messages ask for the language of the request that they are rendered for; outside one there is none to ask.
overwriteGetLocale(() => {
  try {
    return (getRequestEvent().locals.locale as Locale) ?? baseLocale;
  } catch {
    return baseLocale;
  }
});

/** Renders in the reader's language, which `readLocale` chose, and writes it and its direction on <html>. */
export const locale: Handle = ({ event, resolve }) => {
  const chosen = (event.locals.locale ??= readLocale(event.request.headers));
  return resolve(event, {
    // Both stand in the first line: a whole page is not searched for them.
    transformPageChunk: ({ html }) =>
      html
        .slice(0, 100)
        .replace('%lang%', chosen)
        .replace('%dir%', chosen === 'ar' ? 'rtl' : 'ltr') + html.slice(100),
    // A guest's scripts come after the page (page-first.ts): to load them early would be to load them first.
    preload: ({ type }) => type === 'css' || (type === 'js' && event.locals.actor.kind === 'member')
  });
};
