/** What is put to the room of a session, and what delegations answer. */
import { randomUUID } from 'node:crypto';
import { contributing, leading, personal, type ActRule, type Fields } from './act.ts';
import type { Place } from './places.ts';
import { questionActs } from './question-acts.ts';

const inSession = (form: string) =>
  (({ session }: Place) => `/sessions/${session}?/${form}`) satisfies ActRule['at'];
/** A ballot that is not there: who may not act hears so before anything else. */
const missing = randomUUID();
const ofBallot = (more: Fields = {}) =>
  (({ session }: Place) => ({ session, ballot: missing, ...more })) satisfies ActRule['fields'];

const ballotActs: Record<string, ActRule> = {
  'POST /sessions/[id]?/ballot': leading(inSession('ballot'), ({ session }) => ({
    session,
    ballot: randomUUID(),
    kind: 'straw',
    voter: 'person',
    question: 'Shall we go on?',
    ...personal
  })),
  'POST /sessions/[id]?/ballot_end': leading(inSession('ballot_end'), ofBallot()),
  'POST /sessions/[id]?/ballot_withdrawal': leading(inSession('ballot_withdrawal'), ofBallot()),
  'POST /sessions/[id]?/explanation': contributing(
    inSession('explanation'),
    ofBallot({ explanation: randomUUID(), body: 'Our law asks for it', ...personal })
  ),
  'POST /sessions/[id]?/position': contributing(
    inSession('position'),
    ofBallot({ cast: randomUUID(), choice: 'for', ...personal })
  )
};

/** What is asked and answered in the room of a session. */
export const roomActs: Record<string, ActRule> = { ...questionActs, ...ballotActs };

/** There is no ballot that they could be about. */
export const ballotsInVain = [
  'POST /sessions/[id]?/ballot_end',
  'POST /sessions/[id]?/ballot_withdrawal',
  'POST /sessions/[id]?/explanation',
  'POST /sessions/[id]?/position'
];
