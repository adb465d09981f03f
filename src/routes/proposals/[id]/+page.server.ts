import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type * as v from 'valibot';
import { findThread } from '#features/forum/server/find-thread.ts';
import type { Actor } from '#features/people/people.ts';
import {
  earlyClosing,
  delegationEnd,
  eligibleAmendment,
  extension,
  newDelegation,
  newPosition,
  proposalWithdrawal
} from '#features/positions/inputs.ts';
import { amendEligible } from '#features/positions/server/amend-eligible.ts';
import { castPosition } from '#features/positions/server/cast-position.ts';
import { closeProposal } from '#features/positions/server/close-proposal.ts';
import { delegatePosition } from '#features/positions/server/delegate-position.ts';
import { extendProposal } from '#features/positions/server/extend-proposal.ts';
import { listDelegates } from '#features/positions/server/list-delegates.ts';
import { readProposal } from '#features/positions/server/read-proposal.ts';
import { revokeDelegation } from '#features/positions/server/revoke-delegation.ts';
import { withdrawProposal } from '#features/positions/server/withdraw-proposal.ts';
import { listOrganisations } from '#features/people/server/list-organisations.ts';
import { memberStates, others } from '#lib/vocab/countries.ts';
import { newId } from '#lib/id.ts';
import { form, page } from '../../answer.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const { actor } = event.locals;
    const view = await readProposal(actor, event.params.id);
    const { thread } = await findThread(actor, view.subject.id);
    const decides = view.own.standings.some(
      (one) => one.standing === 'decides' && !one.delegated && one.holder
    );
    return {
      view,
      choices:
        view.may.run && view.eligible
          ? {
              organisations:
                view.decides === 'organisation'
                  ? (await listOrganisations({}, event.locals.locale)).map(({ id, names }) => ({ id, names }))
                  : [],
              countries:
                view.decides === 'delegation' ? [...memberStates, ...others].map(({ alpha2 }) => alpha2) : []
            }
          : null,
      subject: { href: `/threads/${thread.id}`, title: thread.subject, lang: thread.lang },
      positionId: actor.kind === 'member' ? newId() : '',
      chosen: event.url.searchParams.get('for'),
      delegates: decides && view.state.phase === 'open' ? await listDelegates(view.space.id) : []
    };
  });

/** Every act answers by leading back to the proposal: without JavaScript a reload does not send it again. */
const acts =
  <S extends v.GenericSchema>(
    at: string,
    schema: S,
    verb: (actor: Actor, input: v.InferOutput<S>) => Promise<unknown>
  ) =>
  async (event: RequestEvent) => {
    const answer = await form(event, schema, async (input) => {
      await verb(event.locals.actor, input);
      redirect(303, `/proposals/${event.params.id}${at === 'position' ? '#position' : ''}`);
    });
    return answer && fail(answer.status, { ...answer.data, at });
  };

export const actions = {
  position: acts('position', newPosition, castPosition),
  delegation: acts('delegation', newDelegation, delegatePosition),
  delegation_end: acts('delegation', delegationEnd, revokeDelegation),
  closing: acts('closing', earlyClosing, closeProposal),
  withdrawal: acts('withdrawal', proposalWithdrawal, withdrawProposal),
  eligible: acts('eligible', eligibleAmendment, amendEligible),
  extension: acts('extension', extension, extendProposal)
};
