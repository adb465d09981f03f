import type * as v from 'valibot';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { dirOf, langOf } from '#lib/dir.ts';
import { limit } from '#lib/server/limits.ts';
import { renderMarkdown } from '#lib/server/markdown.ts';
import type { previewed } from '../inputs.ts';
import type { Preview } from '../preview.ts';

/** A text as it would stand as a post, by the hand that makes posts. Nothing is stored. For members, within a limit. */
export async function previewText(
  actor: Actor,
  { body, lang, fallback }: v.InferOutput<typeof previewed>
): Promise<Preview> {
  const { personId } = mustBeSignedIn(actor);
  await limit('preview', personId, 60, 60);
  return { html: renderMarkdown(body), lang: lang ?? langOf(body, fallback), dir: dirOf(body) };
}
