/** What rapporteurs and the chair record; and the room's forms where its text is read beside the speakers' list. */
import { randomUUID } from 'node:crypto';
import { leading, personal, type ActRule } from './act.ts';
import type { Place } from './places.ts';
import { doorsInTree } from './tree.ts';

const inSession = (form: string) =>
  (({ session }: Place) => `/sessions/${session}?/${form}`) satisfies ActRule['at'];

export const outcomeActs: Record<string, ActRule> = {
  'POST /sessions/[id]?/outcome': leading(inSession('outcome'), ({ session }) => ({
    session,
    id: randomUUID(),
    kind: 'decision',
    text: 'We agree',
    lang: 'en',
    ...personal
  })),
  // Nothing was recorded in this session: there is nothing to revise or to take back.
  'POST /sessions/[id]?/outcome_revision': leading(inSession('outcome_revision'), ({ session, turn }) => ({
    session,
    id: turn,
    seen: '0',
    text: 'We agree',
    ...personal
  })),
  'POST /sessions/[id]?/outcome_withdrawal': leading(
    inSession('outcome_withdrawal'),
    ({ session, turn }) => ({
      session,
      outcome: turn,
      seen: '0'
    })
  ),
  'POST /sessions/[id]?/rapporteur': leading(inSession('rapporteur'), ({ session, person }) => ({
    session,
    person
  })),
  'POST /sessions/[id]?/rapporteur_end': leading(inSession('rapporteur_end'), ({ session, person }) => ({
    session,
    person
  }))
};

/** The forms of the page with the text are those of the room: the same rule, at another address. */
export function besideText(acts: Record<string, ActRule>, inVain: Set<string>): void {
  for (const door of doorsInTree().filter((each) => each.startsWith('POST /sessions/[id]/text?/'))) {
    const inRoom = door.replace('/text?/', '?/');
    const rule = acts[inRoom];
    if (!rule) continue;
    acts[door] = { ...rule, at: (place) => rule.at(place).replace('?/', '/text?/') };
    if (inVain.has(inRoom)) inVain.add(door);
  }
}
