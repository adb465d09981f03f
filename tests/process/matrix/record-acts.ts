/** What comes after the close of a session: corrections, the chair's decisions, the approval. */
import { randomUUID } from 'node:crypto';
import { attending, leading, own, personal, type ActRule } from './act.ts';
import type { Place } from './places.ts';

const inHeld = (form: string) => (({ held }: Place) => `/sessions/${held}?/${form}`) satisfies ActRule['at'];

export const recordActs: Record<string, ActRule> = {
  'POST /sessions/[id]?/correction': attending(inHeld('correction'), ({ held }) => ({
    session: held,
    id: randomUUID(),
    passage: 'record',
    text: 'We were there.',
    ...personal
  })),
  'POST /sessions/[id]?/correction_withdrawal': own(
    inHeld('correction_withdrawal'),
    ({ held, corrected }) => ({ session: held, amendment: corrected })
  ),
  'POST /sessions/[id]?/correction_decision': leading(
    inHeld('correction_decision'),
    ({ held, corrected }) => ({
      session: held,
      amendment: corrected,
      decision: 'refused',
      reason: 'No',
      ...personal
    })
  ),
  'POST /sessions/[id]?/approval': leading(inHeld('approval'), ({ held }) => ({
    session: held,
    reason: 'Agreed',
    ...personal
  }))
};
