/** The desk of who presides, beside what acts.ts has of it: what is sent, and what those hear who may read but not do it. */
import { leading, type ActRule } from './act.ts';
import type { Place } from './places.ts';

const inSession = (form: string) =>
  (({ session }: Place) => `/sessions/${session}?/${form}`) satisfies ActRule['at'];

export const floorActs: Record<string, ActRule> = {
  'POST /sessions/[id]?/chair': leading(inSession('chair'), ({ session }) => ({ session })),
  'POST /sessions/[id]?/deputy': leading(inSession('deputy'), ({ session, person }) => ({ session, person })),
  'POST /sessions/[id]?/deputy_removal': leading(inSession('deputy_removal'), ({ session, person }) => ({
    session,
    person
  })),
  'POST /sessions/[id]?/floor_limits': leading(inSession('floor_limits'), ({ session }) => ({
    session,
    statement: '3:00',
    reply: '2:00',
    point_of_order: '1:00'
  })),
  'POST /sessions/[id]?/floor_rule': leading(inSession('floor_rule'), ({ session }) => ({
    session,
    rule: 'rotation'
  })),
  'POST /sessions/[id]?/list_closure': leading(inSession('list_closure'), ({ session }) => ({ session })),
  'POST /sessions/[id]?/list_opening': leading(inSession('list_opening'), ({ session }) => ({ session })),
  'POST /sessions/[id]?/turn_recall': leading(inSession('turn_recall'), ({ session, turn }) => ({
    session,
    turn
  })),
  'POST /sessions/[id]?/turn_skip': leading(inSession('turn_skip'), ({ session, turn }) => ({
    session,
    turn,
    skips: '0'
  }))
};
