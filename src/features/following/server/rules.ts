import type { Kind } from '../following.ts';
import type { Audience } from './audience/audience.ts';
import {
  approversAsked,
  askedForCopy,
  deskAsked,
  focalPointsAsked,
  invited,
  pendingAuthor,
  subjectOfAct
} from './audience/asked.ts';
import { named, ofNamedCountry, ofNamedOrganisation } from './audience/mentioned.ts';
import { newlyNamed, ofNewlyNamedCountry, ofNewlyNamedOrganisation } from './audience/newly-named.ts';
import { answeredAuthor, ofEntries, postAuthor } from './audience/of-post.ts';
import { appealJudges, moderators, personAbout } from './audience/of-space.ts';
import { newReplies } from './audience/new-replies.ts';
import { forDecisions, forEverything } from './audience/watching.ts';

export interface Rule {
  kind: Kind;
  who: Audience;
  /** Told to people who may not read the forum yet: they are asked in, or asked about what waits. */
  outside?: true;
  /** Told also to who has read the post: it says something else now. */
  anew?: true;
}

const mentions: Rule[] = [
  { kind: 'mention', who: named },
  { kind: 'mention-organisation', who: ofNamedOrganisation },
  { kind: 'mention-country', who: ofNamedCountry }
];
const rule = (kind: Kind, who: Audience): Rule => ({ kind, who });
const place = rule('place', personAbout);
const ofAct = (kind: Kind) => rule(kind, subjectOfAct);
const moderated = ofAct('moderated');
const released = rule('released', postAuthor);
const waiting: Rule[] = [
  { kind: 'clearance', who: focalPointsAsked, outside: true },
  { kind: 'approval', who: approversAsked, outside: true }
];

/** Who is told of which fact, and as what: one line an action. Whoever acted is never told of their own act. */
export const rules: Record<string, Rule[]> = {
  'thread.started': [...mentions, rule('thread', forEverything)],
  'reply.posted': [
    ...mentions,
    rule('answered', answeredAuthor),
    rule('entry', ofEntries(forEverything)),
    rule('reply', newReplies)
  ],
  'reply.edited': [
    { kind: 'mention', who: newlyNamed, anew: true },
    { kind: 'mention-organisation', who: ofNewlyNamedOrganisation, anew: true },
    { kind: 'mention-country', who: ofNewlyNamedCountry, anew: true }
  ],
  'thread.closed': [rule('closed', forDecisions)],
  'thread.reopened': [rule('reopened', forDecisions)],
  'answer.accepted': [rule('answer', postAuthor), rule('accepted', forDecisions)],
  'proposal.opened': [rule('proposal', forDecisions)],
  'proposal.closed': [rule('decision', forDecisions)],
  'support.requested': [rule('support', deskAsked)],
  'support.routed': [rule('support', deskAsked)],
  'space.requested': [rule('request', moderators)],
  'space.request-accepted': [place],
  'space.request-declined': [place],
  'space.joined': [place],
  'space.role-changed': [place],
  'space.invited': [{ kind: 'invited', who: invited, outside: true }],
  'post.held': waiting,
  'post.resent': waiting,
  'post.returned': [{ kind: 'returned', who: pendingAuthor, outside: true }, ofAct('returned')],
  'post.cleared': [released],
  'post.not-cleared': [released],
  'post.approved': [ofAct('released')],
  'post.flagged': [rule('flag', moderators)],
  'post.hidden': [moderated],
  'post.restored': [moderated],
  'reply.withdrawn': [rule('moderated', postAuthor)],
  'thread.locked': [moderated],
  'person.suspended': [moderated],
  'suspension.lifted': [moderated],
  'appeal.decided': [moderated],
  'copy.proposed': [{ kind: 'copy', who: askedForCopy, outside: true }],
  'act.appealed': [rule('appeal', appealJudges)]
};

/** By these acts someone follows the thread for everything, until they say otherwise. */
export const followsByActing = new Set(['thread.started', 'reply.posted']);
