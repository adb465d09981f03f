import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import {
  copyAnswerInput,
  copyRedaction,
  copyRedactionEnd,
  copyWithdrawal
} from '#features/archive/copies.ts';
import { answerCopy } from '#features/archive/server/answer-copy.ts';
import {
  publishCopy,
  redactCopy,
  restorePassage,
  withdrawCopy
} from '#features/archive/server/change-copy.ts';
import { proposeCopy } from '#features/archive/server/propose-copy.ts';
import { readCopy } from '#features/archive/server/read-copy.ts';
import { readThread } from '#features/forum/server/read-thread.ts';
import { Refusal } from '#lib/refusal.ts';
import { form, page } from '../../../answer.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const { actor } = event.locals;
    const { id } = event.params;
    if (actor.kind === 'guest') redirect(303, `/sign-in?to=/threads/${id}/copy`);
    const copy = await readCopy(actor, id).catch((fault: unknown) => {
      if (fault instanceof Refusal && fault.code === 'not-found') return null;
      throw fault;
    });
    if (copy) return { copy, thread: copy.thread, closed: true };
    // No copy yet: the page is there for who may propose one.
    const { may, closed, title, lang, dir } = await readThread(actor, id, 1);
    if (!may.moderate) throw new Refusal('not-found');
    return { copy: null, thread: { id, title, lang, dir }, closed: closed !== null };
  });

const back = (id: string): never => redirect(303, `/threads/${id}/copy`);

export const actions: Actions = {
  proposal: (event) =>
    form(event, v.object({}), async () => {
      await proposeCopy(event.locals.actor, { threadId: event.params.id });
      back(event.params.id);
    }),
  answer: (event) =>
    form(event, copyAnswerInput, async (input) => {
      await answerCopy(event.locals.actor, input);
      back(event.params.id);
    }),
  redaction: (event) =>
    form(event, copyRedaction, async (input) => {
      await redactCopy(event.locals.actor, event.params.id, input);
      back(event.params.id);
    }),
  restoration: (event) =>
    form(event, copyRedactionEnd, async (input) => {
      await restorePassage(event.locals.actor, event.params.id, input);
      back(event.params.id);
    }),
  publication: (event) =>
    form(event, v.object({}), async () => {
      await publishCopy(event.locals.actor, event.params.id);
      back(event.params.id);
    }),
  withdrawal: (event) =>
    form(event, copyWithdrawal, async (input) => {
      await withdrawCopy(event.locals.actor, event.params.id, input);
      redirect(303, `/threads/${event.params.id}`);
    })
};
