import type { Kind } from '../following.ts';
import type { Audience } from './audience/audience.ts';
import { named, ofNamedCountry, ofNamedOrganisation } from './audience/mentioned.ts';
import { answeredAuthor } from './audience/of-post.ts';
import { forDecisions, forEverything } from './audience/watching.ts';

export interface Rule {
  kind: Kind;
  who: Audience;
}

const mentions: Rule[] = [
  { kind: 'mention', who: named },
  { kind: 'mention-organisation', who: ofNamedOrganisation },
  { kind: 'mention-country', who: ofNamedCountry }
];
const answered: Rule = { kind: 'answered', who: answeredAuthor };
const reply: Rule = { kind: 'reply', who: forEverything };
const thread: Rule = { kind: 'thread', who: forEverything };
const decision: Rule = { kind: 'decision', who: forDecisions };
const closed: Rule = { kind: 'closed', who: forDecisions };
const reopened: Rule = { kind: 'reopened', who: forDecisions };

/** Who is told of which fact, and as what: one line an action. Whoever acted is never told of their own act. */
export const rules: Record<string, Rule[]> = {
  'thread.started': [...mentions, thread],
  'reply.posted': [...mentions, answered, reply],
  'thread.closed': [closed],
  'thread.reopened': [reopened],
  'proposal.closed': [decision]
};

/** By these acts someone follows the thread for everything, until they say otherwise. */
export const followsByActing = new Set(['thread.started', 'reply.posted']);
