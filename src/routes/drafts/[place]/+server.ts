import { db } from '#lib/server/db.ts';
import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { draftPlace, draftToSave } from '#features/drafts/inputs.ts';
import { readDraft } from '#features/drafts/server/read-draft.ts';
import { removeDraft } from '#features/drafts/server/remove-draft.ts';
import { saveDraft } from '#features/drafts/server/save-draft.ts';
import { holdFiles } from '#features/files/server/append-hold.ts';
import { exchange } from '../../answer.ts';
import type { RequestHandler } from './$types.js';

const place = v.object({ place: draftPlace });

export const GET: RequestHandler = (event) =>
  exchange(event, place, event.params, async ({ place }) =>
    json(await readDraft(event.locals.actor, place), { headers: { 'cache-control': 'no-store' } })
  );

/** 200: the draft as it is saved now, null when it was emptied. 409: the one that another device saved meanwhile. */
export const PUT: RequestHandler = async (event) => {
  const body: unknown = await event.request.json().catch(() => null);
  const values = { ...(body as object), place: event.params.place };
  return exchange(event, draftToSave, values, async (draft) => {
    const { actor } = event.locals;
    const outcome = await saveDraft(actor, draft);
    if ('theirs' in outcome) return json(outcome.theirs, { status: 409 });
    if (actor.kind === 'member') await holdFiles(db, actor.personId, draft.files);
    return json(outcome.saved);
  });
};

export const DELETE: RequestHandler = (event) =>
  exchange(event, place, event.params, async (input) => {
    await removeDraft(event.locals.actor, input);
    return new Response(null, { status: 204 });
  });
