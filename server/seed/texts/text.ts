/** The shapes of the demo world's texts. All of it is made up: no person, figure or programme in it is real. */

/** Who wrote it: a person of people.ts. They act for their first organisation unless `personal`. */
export interface PostText {
  by: string;
  lang: string;
  body: string;
  personal: boolean;
}

export interface ThreadText {
  space: string;
  title: string;
  lang: string;
  /** How long ago it began and when its last reply came, in hours. */
  beganHoursAgo: number;
  lastHoursAgo: number;
  posts: PostText[];
}

const post = (by: string, lang: string, body: string, personal = false): PostText => ({
  by,
  lang,
  body: typeset(lang, body.trim()),
  personal
});

export const en = (by: string, body: string) => post(by, 'en', body);
export const fr = (by: string, body: string) => post(by, 'fr', body);
export const pt = (by: string, body: string) => post(by, 'pt', body);
export const es = (by: string, body: string) => post(by, 'es', body);
export const ar = (by: string, body: string) => post(by, 'ar', body);
/** The same post, in a personal capacity. */
export const personally = (text: PostText): PostText => ({ ...text, personal: true });

/** French wants a narrow space that does not break before its tall punctuation and inside guillemets. */
export function typeset(lang: string, body: string): string {
  if (lang !== 'fr') return body;
  return body
    .replaceAll("'", '’')
    .replace(/ ([;:!?»%])/g, '\u202f$1')
    .replaceAll('« ', '«\u202f');
}
