import { redirect, type RequestEvent } from '@sveltejs/kit';
import type * as v from 'valibot';
import { listLessonsFrom } from '#features/lessons/server/list-lessons.ts';
import type { Actor } from '#features/people/people.ts';
import { askForFloor } from '#features/sessions/server/ask-for-floor.ts';
import { closeItem } from '#features/sessions/server/close-item.ts';
import { closeSession } from '#features/sessions/server/close-session.ts';
import { endTurn } from '#features/sessions/server/end-turn.ts';
import { extendTurn } from '#features/sessions/server/extend-turn.ts';
import { giveFloor } from '#features/sessions/server/give-floor.ts';
import { joinSession } from '#features/sessions/server/join-session.ts';
import { leaveSession } from '#features/sessions/server/leave-session.ts';
import { openItem } from '#features/sessions/server/open-item.ts';
import { openSession } from '#features/sessions/server/open-session.ts';
import { postStatement } from '#features/sessions/server/post-statement.ts';
import { readLive } from '#features/sessions/server/read-live.ts';
import { readRecord } from '#features/sessions/server/read-record.ts';
import { registerForSession } from '#features/sessions/server/register-for-session.ts';
import { withdrawRegistration } from '#features/sessions/server/withdraw-registration.ts';
import { withdrawRequest } from '#features/sessions/server/withdraw-request.ts';
import {
  floorGift,
  floorRequest,
  itemChoice,
  newStatement,
  sessionAct,
  sessionOnly,
  turnChoice,
  turnExtension
} from '#features/sessions/inputs.ts';
import { form, page } from '../../answer.ts';
import { readMentions } from '../../links/mentions.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const { actor } = event.locals;
    const live = await readLive(actor, event.params.id);
    const lessons = await listLessonsFrom(actor, 'session', event.params.id);
    const mentions = await readMentions(actor, { kind: 'session', id: event.params.id });
    // A closed session is its record, what was learned from it and who speaks of it; nothing else is read for it.
    return live.session.phase === 'closed'
      ? { lessons, mentions, live: null, closed: await readRecord(actor, event.params.id) }
      : { lessons, mentions, live, closed: null };
  });

/** Every act answers by leading back to the session: without JavaScript a reload does not send it again. */
const acts =
  <S extends v.GenericSchema>(schema: S, verb: (actor: Actor, input: v.InferOutput<S>) => Promise<unknown>) =>
  (event: RequestEvent) =>
    form(event, schema, async (input) => {
      await verb(event.locals.actor, input);
      redirect(303, `/sessions/${event.params.id}`);
    });

export const actions = {
  registration: acts(sessionAct, registerForSession),
  withdrawal: acts(sessionOnly, withdrawRegistration),
  opening: acts(sessionAct, openSession),
  attendance: acts(sessionAct, joinSession),
  departure: acts(sessionOnly, leaveSession),
  item: acts(itemChoice, openItem),
  item_closure: acts(itemChoice, closeItem),
  floor: acts(floorRequest, askForFloor),
  request_withdrawal: acts(turnChoice, withdrawRequest),
  turn: acts(floorGift, giveFloor),
  turn_end: acts(turnChoice, endTurn),
  extension: acts(turnExtension, extendTurn),
  statement: acts(newStatement, postStatement),
  closure: acts(sessionOnly, closeSession)
};
