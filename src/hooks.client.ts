import { overwriteGetLocale, type Locale } from '#lib/paraglide/runtime.js';

// The server chose the language of this page and wrote it on <html>; the browser does not choose again.
overwriteGetLocale(() => document.documentElement.lang as Locale);

// The zone that times are shown in, for the next page that the server renders.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone && !document.cookie.includes('palabre_timezone='))
  document.cookie = `palabre_timezone=${zone}; path=/; max-age=31536000; samesite=lax`;
