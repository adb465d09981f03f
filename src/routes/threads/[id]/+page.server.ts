import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { markNotifications } from '#features/following/server/mark-notifications.ts';
import { readWatch } from '#features/following/server/read-watch.ts';
import { readCopyNote } from '#features/archive/server/read-copy.ts';
import { postAddress, replyPlace, type PostView, type ThreadView } from '#features/forum/forum.ts';
import { readExperienceSelection } from '#features/forum/experience-selection.ts';
import {
  answerAcceptance,
  newExperience,
  newReply,
  reading,
  supportEscalation,
  threadClosure
} from '#features/forum/inputs.ts';
import { acceptAnswer } from '#features/forum/server/accept-answer.ts';
import { closeThread } from '#features/forum/server/close-thread.ts';
import { listOwnPending } from '#features/forum/server/list-pending.ts';
import { markRead } from '#features/forum/server/mark-read.ts';
import { readNewPlace } from '#features/forum/server/moving/read-moves.ts';
import { postReply } from '#features/forum/server/post-reply.ts';
import { readExperiences } from '#features/forum/server/read-experiences.ts';
import { readPost } from '#features/forum/server/read-post.ts';
import { readThread } from '#features/forum/server/read-thread.ts';
import { reopenThread } from '#features/forum/server/reopen-thread.ts';
import { shareExperience } from '#features/forum/server/share-experience.ts';
import { escalateRequest } from '#features/forum/server/support/escalate-request.ts';
import { unacceptAnswer } from '#features/forum/server/unaccept-answer.ts';
import { tagNames } from '#features/forum/tag-names.ts';
import { listLessonsFrom } from '#features/lessons/server/list-lessons.ts';
import { locking } from '#features/moderation/moderation.ts';
import { lockThread } from '#features/moderation/server/lock-thread.ts';
import { listProposals } from '#features/positions/server/list-proposals.ts';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { form, page } from '../../answer.ts';
import { countryChoices } from '../../country-choices.ts';
import { readMentions } from '../../links/mentions.ts';
import { draft, preview, readWriting } from '../writing.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const { actor } = event.locals;
    const { id } = event.params;
    const at = Number.parseInt(event.url.searchParams.get('post') ?? '', 10);
    const thread = await readThread(actor, id, Number.isNaN(at) ? null : at).catch(
      (fault: unknown): ThreadView | null => {
        // A reply came in after the sign-in had ended, in a forum that guests do not see: its text is given back.
        if (event.request.method === 'POST' && fault instanceof Refusal) return null;
        throw fault;
      }
    );
    if (thread) await leadOn(event, thread, at);
    const tags = thread ? tagNames(thread.tags, event.locals.locale) : {};
    const call = thread?.purpose === 'call' ? await readCall(event, thread) : null;
    const lessons = thread ? await listLessonsFrom(actor, 'thread', id) : [];
    const proposals = thread ? await listProposals(actor, { kind: 'thread', id }) : [];
    if (thread) await markShown(event, thread);
    return {
      thread,
      lessons,
      proposals,
      watch: thread && (await readWatch(actor, 'thread', id, thread.space)),
      desk: await readWriting(event, replyPlace(id)),
      call,
      tagNames: tags,
      mentions: thread ? await readMentions(actor, { kind: 'thread', id }) : [],
      copy: thread ? await readCopyNote(actor, id) : null,
      waiting: await listOwnPending(actor, id),
      quote: await readQuote(event),
      replyId: newId()
    };
  });

/** A post that was moved is found at its new place by its old address, and a thread that was merged by its own. */
async function leadOn(
  { request, locals }: Pick<Parameters<PageServerLoad>[0], 'request' | 'locals'>,
  { id, moves, mergedInto }: ThreadView,
  at: number
): Promise<void> {
  const number = Number.isNaN(at) && mergedInto ? 1 : at;
  if (request.method !== 'GET' || !moves.some((move) => move.number === number)) return;
  const place = await readNewPlace(locals.actor, id, { number });
  if (place) redirect(303, postAddress(place.threadId, place.number));
}

/** Who opens a thread is told of it: without a script too. A page that is fetched before it is opened tells nothing. */
async function markShown(
  { locals: { actor }, isDataRequest }: Pick<Parameters<PageServerLoad>[0], 'locals' | 'isDataRequest'>,
  { id, from, posts }: ThreadView
): Promise<void> {
  if (actor.kind === 'member' && !isDataRequest)
    await markNotifications(actor, { threadId: id }, from + posts.length - 1);
}

/** Where one's own post is: in its place, or with what waits. */
const whereabouts = (threadId: string, post: PostView): string =>
  post.waits ? `/waiting/${post.id}` : postAddress(threadId, post.number);

/** The table of a call, and what its form offers to those who may fill it. */
async function readCall(
  { locals: { actor, locale }, url, params }: Parameters<PageServerLoad>[0],
  thread: ThreadView
) {
  const page = await readExperiences(actor, params.id, readExperienceSelection(url.searchParams));
  return { page, countries: thread.may.reply ? countryChoices(locale) : [], id: newId() };
}

/** Without JavaScript one quotes by a link: `?quote=POST` opens the page with the text in the composer. */
async function readQuote({
  url,
  locals,
  params
}: Parameters<PageServerLoad>[0]): Promise<{ id: string; text: string } | null> {
  const id = url.searchParams.get('quote');
  if (!id || locals.actor.kind === 'guest') return null;
  const { body } = await readPost(locals.actor, { threadId: params.id, id });
  return {
    id,
    text: `${body
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n')}\n\n`
  };
}

const without = {
  reply: v.omit(newReply, ['threadId']),
  closure: v.omit(threadClosure, ['threadId']),
  reading: v.omit(reading, ['threadId']),
  experience: v.omit(newExperience, ['threadId']),
  acceptance: v.omit(answerAcceptance, ['threadId']),
  escalation: v.omit(supportEscalation, ['threadId'])
};

export const actions: Actions = {
  reply: (event) =>
    form(event, without.reply, async (input) => {
      const posted = await postReply(event.locals.actor, { ...input, threadId: event.params.id });
      // A page with JavaScript asks for JSON and puts the post in its place; any other is sent to it.
      if (!event.request.headers.get('accept')?.includes('application/json'))
        redirect(303, whereabouts(event.params.id, posted));
      return { posted };
    }),
  preview,
  draft: (event) => draft(event, replyPlace(event.params.id), `/threads/${event.params.id}#reply`),
  reading: (event) =>
    form(event, without.reading, async (input) => {
      const threadId = event.params.id;
      await markRead(event.locals.actor, { ...input, threadId });
      await markNotifications(event.locals.actor, { threadId }, input.number);
    }),
  closure: (event) =>
    form(event, without.closure, async (input) => {
      await closeThread(event.locals.actor, { ...input, threadId: event.params.id });
      redirect(303, `/threads/${event.params.id}#reply`);
    }),
  locking: (event) =>
    form(event, v.omit(locking, ['threadId']), async (input) => {
      await lockThread(event.locals.actor, { ...input, threadId: event.params.id });
      redirect(303, `/threads/${event.params.id}#reply`);
    }),
  reopening: (event) =>
    form(event, v.object({}), async () => {
      await reopenThread(event.locals.actor, { threadId: event.params.id });
      redirect(303, `/threads/${event.params.id}#reply`);
    }),
  experience: (event) =>
    form(event, without.experience, async (input) => {
      const told = await shareExperience(event.locals.actor, { ...input, threadId: event.params.id });
      redirect(303, whereabouts(event.params.id, told));
    }),
  acceptance: (event) =>
    form(event, without.acceptance, async (input) => {
      await acceptAnswer(event.locals.actor, { ...input, threadId: event.params.id });
      redirect(303, `/threads/${event.params.id}`);
    }),
  retraction: (event) =>
    form(event, v.object({}), async () => {
      await unacceptAnswer(event.locals.actor, { threadId: event.params.id });
      redirect(303, `/threads/${event.params.id}`);
    }),
  escalation: (event) =>
    form(event, without.escalation, async (input) => {
      await escalateRequest(event.locals.actor, { ...input, threadId: event.params.id });
      redirect(303, `/threads/${event.params.id}`);
    })
};
