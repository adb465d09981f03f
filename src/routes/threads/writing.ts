/** What every page on which one writes a post does beside posting it, as plain forms: preview, draft, files. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { db } from '#lib/server/db.ts';
import * as v from 'valibot';
import type { DraftView } from '#features/drafts/drafts.ts';
import { draftToSave } from '#features/drafts/inputs.ts';
import { readDraft } from '#features/drafts/server/read-draft.ts';
import { saveDraft } from '#features/drafts/server/save-draft.ts';
import type { FileView } from '#features/files/files.ts';
import { holdFiles } from '#features/files/server/append-hold.ts';
import { listLooseFiles } from '#features/files/server/list-files.ts';
import { previewed } from '#features/forum/inputs.ts';
import { previewText } from '#features/forum/server/preview.ts';
import { Refusal } from '#lib/refusal.ts';
import { refusalText } from '#lib/server/refusal-text.ts';
import { form } from '../answer.ts';

export interface WritingState {
  draft: DraftView | null;
  files: FileView[];
  /** Why the file of a plain form was not taken: it comes back with the address. */
  fileRefused: string | null;
}

/** What the composer of a place begins with. */
export async function readWriting({ locals, url }: RequestEvent, place: string): Promise<WritingState> {
  const draft = await readDraft(locals.actor, place);
  const files = draft ? await listLooseFiles(locals.actor, draft.files) : [];
  const reason = url.searchParams.get('refused') ?? '';
  const known = /^(file-[a-z-]+|too-many-files|too-many|disk-full)$/.test(reason);
  return { draft, files, fileRefused: known ? refusalText(reason, locals.locale) : null };
}

const typed = v.record(v.string(), v.unknown());

/** The page again, with the text as it would stand and everything that was typed. */
export const preview = (event: RequestEvent) =>
  form(event, typed, async (values) => {
    const parsed = v.safeParse(previewed, values);
    if (!parsed.success) throw new Refusal('invalid', 'text-too-long', 'body');
    return { preview: await previewText(event.locals.actor, parsed.output), values };
  });

const notWritten = new Set(['id', 'postId', 'draft', 'place', 'to', 'attachments', 'file']);

/** Keeps what a plain form holds as the draft of its place. Refuses conflict `draft-changed`, and what saveDraft does. */
export async function keepAsDraft(
  { locals }: Pick<RequestEvent, 'locals'>,
  place: string,
  values: Record<string, unknown>,
  more: string[] = []
): Promise<void> {
  const texts = Object.entries(values)
    .filter(([name]) => !notWritten.has(name))
    .map(([name, value]) =>
      Array.isArray(value) ? [`${name}[]`, value.join('\n')] : [name, typeof value === 'string' ? value : '']
    );
  const listed = Array.isArray(values.attachments) ? (values.attachments as string[]) : [];
  const draft = v.safeParse(draftToSave, {
    place,
    fields: Object.fromEntries(texts) as Record<string, string>,
    files: [...new Set([...listed, ...more])],
    base: Number(values.draft ?? 0)
  });
  if (!draft.success) throw new Refusal('invalid', 'too-long');
  const outcome = await saveDraft(locals.actor, draft.output);
  if ('theirs' in outcome) throw new Refusal('conflict', 'draft-changed');
  if (locals.actor.kind === 'member') await holdFiles(db, locals.actor.personId, draft.output.files);
}

/** Without JavaScript: keeps the form as a draft, and comes back to the page with it. */
export const draft = (event: RequestEvent, place: string, to: string) =>
  form(event, typed, async (values) => {
    await keepAsDraft(event, place, values);
    redirect(303, to);
  });
