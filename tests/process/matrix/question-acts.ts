/** What is asked of a session and written beside it, and the chair's hand on it. */
import { randomUUID } from 'node:crypto';
import { contributing, leading, own, personal, type ActRule, type Fields } from './act.ts';
import type { Place } from './places.ts';

const inSession = (form: string) =>
  (({ session }: Place) => `/sessions/${session}?/${form}`) satisfies ActRule['at'];
const ofSession = (more: Fields = {}) =>
  (({ session }: Place) => ({ session, ...more })) satisfies ActRule['fields'];
const ofQuestion = () =>
  (({ session, asked }: Place) => ({ session, question: asked })) satisfies ActRule['fields'];

const ofRemark = () => (({ session, remark }: Place) => ({ session, remark })) satisfies ActRule['fields'];

export const questionActs: Record<string, ActRule> = {
  'POST /sessions/[id]?/question': contributing(inSession('question'), ({ session }) => ({
    session,
    id: randomUUID(),
    body: 'Who signs?',
    ...personal
  })),
  'POST /sessions/[id]?/question_answer': leading(inSession('question_answer'), ofQuestion()),
  'POST /sessions/[id]?/question_release': leading(inSession('question_release'), ofQuestion()),
  'POST /sessions/[id]?/question_removal': own(inSession('question_removal'), ofQuestion()),
  'POST /sessions/[id]?/question_reopening': leading(inSession('question_reopening'), ofQuestion()),
  'POST /sessions/[id]?/question_rules': leading(
    inSession('question_rules'),
    ofSession({ moderation: 'after', order: 'balanced', open: 'on' })
  ),
  'POST /sessions/[id]?/question_union': leading(inSession('question_union'), ({ session, asked }) => ({
    session,
    question: asked,
    into: asked
  })),
  'POST /sessions/[id]?/question_vote': contributing(inSession('question_vote'), ofQuestion()),
  'POST /sessions/[id]?/citation': leading(inSession('citation'), ofRemark()),
  'POST /sessions/[id]?/remark': contributing(inSession('remark'), ({ session }) => ({
    session,
    id: randomUUID(),
    body: 'The sound is low',
    ...personal
  })),
  'POST /sessions/[id]?/remark_removal': leading(inSession('remark_removal'), ofRemark()),
  'POST /sessions/[id]?/window': leading(inSession('window'), ofSession({ before: '0', after: '24' }))
};
