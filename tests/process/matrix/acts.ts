/** Every form and every method that changes something: what is sent, and what those hear who may read but not do it. */
import { randomUUID } from 'node:crypto';
import {
  attending,
  contributing,
  house,
  leading,
  own,
  personal,
  reading,
  standing,
  type ActRule,
  type Fields
} from './act.ts';
import type { Place } from './places.ts';
import { ballotsInVain, roomActs } from './ballot-acts.ts';
import { floorActs } from './floor-acts.ts';
import { besideText, outcomeActs } from './outcome-acts.ts';
import { planningActs } from './planning-acts.ts';
import { recordActs } from './record-acts.ts';
import { threadActs } from './thread-acts.ts';

const window = { starts: '2030-01-01T10:00', ends: '2030-01-01T11:00', timezone: 'UTC' };
const lesson = {
  title: 'A lesson',
  summary: 'It held.',
  lang: 'en',
  polarity: 'worked',
  evidence: 'anecdote',
  whatWasDone: 'Pairs',
  whatHappened: 'They stayed'
};
const proposal = {
  question: 'Shall we?',
  method: 'consent',
  decides: 'person',
  closes: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 16),
  timezone: 'UTC',
  ...personal
};
const inSpace = (path: string) => (({ slug }: Place) => `/forums/${slug}${path}`) satisfies ActRule['at'];
const inSession = (form: string, of: 'session' | 'held' = 'session') =>
  ((place: Place) => `/sessions/${place[of]}?/${form}`) satisfies ActRule['at'];
const inProposal = (form: string) =>
  (({ proposal }: Place) => `/proposals/${proposal}?/${form}`) satisfies ActRule['at'];
const inBrief = (path: string) => (({ brief }: Place) => `/briefs/${brief}${path}`) satisfies ActRule['at'];
const ofSession = (more: Fields = {}) =>
  ((place: Place) => ({ session: place.session, ...more })) satisfies ActRule['fields'];
export const acts: Record<string, ActRule> = {
  'POST /administration/suspensions?/lifting': house('/administration/suspensions?/lifting'),
  'POST /administration/suspensions?/suspension': house('/administration/suspensions?/suspension'),
  'POST /appeals/[token]?/appeal': house('/appeals/abc?/appeal', { words: 'Please' }),
  ...threadActs,
  ...outcomeActs,
  ...roomActs,
  ...recordActs,
  ...floorActs,
  'POST /administration?/invitation': house('/administration?/invitation', {
    email: 'x@x.example',
    mandate: 'none'
  }),
  'POST /administration?/mandate': house('/administration?/mandate'),
  'POST /administration?/organisation': house('/administration?/organisation'),
  'POST /administration?/withdrawal': house('/administration?/withdrawal', { id: randomUUID() }),
  'POST /briefs/[id]/access?/end': leading(inBrief('/access?/end'), ({ grant }) => ({ grant })),
  'POST /briefs/[id]/access?/grant': leading(inBrief('/access?/grant'), () => ({
    subjectKind: 'person',
    subject: 'nobody@x.example',
    role: 'read'
  })),
  'POST /briefs/[id]?/publication': leading(inBrief('?/publication'), () => personal),
  'POST /briefs/[id]?/version': own(inBrief('?/version'), () => ({ name: 'Second', ...personal })),
  'POST /briefs/new?/default': contributing(
    () => '/briefs/new',
    ({ slug }) => ({ forum: slug, type: 'joint_statement', title: 'A brief', lang: 'en', ...personal })
  ),
  'POST /forums/[slug]/attribution?/rule': leading(inSpace('/attribution?/rule'), () => ({ held: 'on' })),
  'POST /forums/[slug]/house-rules?/default': leading(inSpace('/house-rules'), () => ({
    text_en: 'Be good',
    number: '1'
  })),
  'POST /forums/[slug]/invitations?/invitation': leading(inSpace('/invitations?/invitation'), () => ({
    kind: 'country',
    country: 'SN',
    role: 'member'
  })),
  'POST /forums/[slug]/invitations?/withdrawal': leading(
    inSpace('/invitations?/withdrawal'),
    ({ invitation }) => ({ invitationId: invitation, id: invitation })
  ),
  'POST /forums/[slug]/members?/member': leading(inSpace('/members?/member'), () => ({
    email: 'nobody@x.example',
    role: 'member'
  })),
  'POST /forums/[slug]/members?/removal': leading(inSpace('/members?/removal'), ({ person }) => ({
    personId: person
  })),
  'POST /forums/[slug]/members?/role': leading(inSpace('/members?/role'), ({ person }) => ({
    personId: person,
    role: 'observer'
  })),
  'POST /forums/[slug]/requests?/admission': leading(inSpace('/requests?/admission'), ({ request }) => ({
    requestId: request
  })),
  'POST /forums/[slug]/requests?/refusal': leading(inSpace('/requests?/refusal'), ({ request }) => ({
    requestId: request,
    reason: 'No'
  })),
  'POST /forums/[slug]/settings?/archiving': leading(inSpace('/settings?/archiving')),
  'POST /forums/[slug]/settings?/reopening': leading(inSpace('/settings?/reopening')),
  'POST /forums/[slug]/settings?/settings': leading(inSpace('/settings?/settings'), () => ({
    title_en: 'Another name'
  })),
  'POST /forums/[slug]/summary?/default': leading(inSpace('/summary'), () => ({
    text_en: 'In short',
    number: '1'
  })),
  'POST /forums/[slug]?/leaving': standing(inSpace('?/leaving')),
  'POST /forums/[slug]?/membership': standing(inSpace('?/membership'), () => ({ rules: '1' })),
  'POST /forums/[slug]?/reading': reading(inSpace('?/reading')),
  'POST /forums/[slug]?/request': standing(inSpace('?/request'), () => ({ rules: '1' })),
  'POST /forums/[slug]?/rules': reading(inSpace('?/rules'), () => ({ rules: '1' })),
  'POST /forums/[slug]?/withdrawal': standing(inSpace('?/withdrawal')),
  'POST /forums/new?/default': house('/forums/new', { title_en: 'One more', slug: 'one-more' }),
  'POST /invitation/[token]?/account': house('/invitation/abc?/account', {
    name: 'X',
    password: 'x'.repeat(14),
    country: 'MW'
  }),
  'POST /invitation/[token]?/place': house('/invitation/abc?/place'),
  'POST /invitations?/acceptance': own(
    () => '/invitations?/acceptance',
    ({ invitation }) => ({ invitationId: invitation, rules: '1' })
  ),
  'POST /invitations?/refusal': own(
    () => '/invitations?/refusal',
    ({ invitation }) => ({ invitationId: invitation })
  ),
  'POST /language?/default': house('/language', { locale: 'en', to: '/' }),
  'POST /lessons/[id]/revision?/default': house(`/lessons/${randomUUID()}/revision`, { ...lesson, seq: '1' }),
  'POST /lessons/new?/default': reading(
    ({ thread }) => `/lessons/new?origin=thread:${thread}&post=1`,
    () => ({ ...lesson, ...personal })
  ),
  'POST /organisations/[slug]?/affiliation': house('/organisations/none?/affiliation', { id: randomUUID() }),
  'POST /organisations/[slug]?/invitation': house('/organisations/none?/invitation', {
    email: 'x@x.example',
    mandate: 'none',
    organisationId: randomUUID()
  }),
  'POST /organisations/[slug]?/mandate': house('/organisations/none?/mandate'),
  'POST /password-reset/[token]?/default': house('/password-reset/abc', { password: 'x'.repeat(14) }),
  'POST /password-reset?/default': house('/password-reset', { email: 'nobody@x.example' }),
  'POST /proposals/[id]?/closing': leading(inProposal('closing'), ({ proposal }) => ({
    proposalId: proposal,
    reason: 'Enough',
    ...personal
  })),
  'POST /proposals/[id]?/delegation': own(inProposal('delegation'), ({ proposal }) => ({
    proposalId: proposal,
    to: randomUUID(),
    ...personal
  })),
  'POST /proposals/[id]?/delegation_end': own(inProposal('delegation_end'), ({ delegation }) => ({
    delegationId: delegation
  })),
  'POST /proposals/[id]?/eligible': leading(inProposal('eligible'), ({ proposal }) => ({
    proposalId: proposal,
    reason: 'One more',
    add: 'SN',
    ...personal
  })),
  'POST /proposals/[id]?/withdrawal': leading(inProposal('withdrawal'), ({ proposal }) => ({
    proposalId: proposal,
    reason: 'Too early',
    ...personal
  })),
  'POST /proposals/[id]?/extension': leading(inProposal('extension'), ({ proposal }) => ({
    proposalId: proposal,
    reason: 'More',
    closes: '2026-12-31T10:00',
    timezone: 'UTC',
    ...personal
  })),
  'POST /proposals/[id]?/position': contributing(inProposal('position'), ({ proposal }) => ({
    proposalId: proposal,
    id: randomUUID(),
    stance: 'support',
    ...personal
  })),
  'POST /proposals/new?/default': contributing(
    ({ thread }) => `/proposals/new?thread=${thread}`,
    ({ thread }) => ({ ...proposal, subjectId: thread })
  ),
  'POST /register?/default': house('/register', { email: 'nobody@x.example' }),
  'POST /sessions/[id]/lessons': reading(
    ({ session }) => `/sessions/${session}/lessons`,
    () => ({ ...lesson, ...personal, id: randomUUID() })
  ),
  // Nobody of this place belongs to a delegation of its session.
  'POST /sessions/[id]/delegations?/head': leading(
    ({ session }) => `/sessions/${session}/delegations?/head`,
    ({ session, person }) => ({ session, person })
  ),
  ...planningActs,
  'POST /sessions/[id]?/attendance': attending(inSession('attendance'), ofSession(personal)),
  'POST /sessions/[id]?/closure': leading(inSession('closure'), ofSession()),
  'POST /sessions/[id]?/departure': reading(inSession('departure'), ofSession()),
  'POST /sessions/[id]?/extension': leading(inSession('extension'), ({ session, turn }) => ({
    session,
    turn,
    limit: '60'
  })),
  'POST /sessions/[id]?/floor': attending(inSession('floor'), ofSession(personal)),
  'POST /sessions/[id]?/item': leading(inSession('item'), ({ session, item }) => ({ session, item })),
  'POST /sessions/[id]?/item_closure': leading(inSession('item_closure'), ({ session, item }) => ({
    session,
    item
  })),
  'POST /sessions/[id]?/opening': leading(inSession('opening'), ofSession(personal)),
  'POST /sessions/[id]?/registration': attending(inSession('registration'), ofSession(personal)),
  'POST /sessions/[id]?/request_withdrawal': own(inSession('request_withdrawal'), ({ session, turn }) => ({
    session,
    turn
  })),
  'POST /sessions/[id]?/statement': contributing(inSession('statement'), ({ session }) => ({
    session,
    id: randomUUID(),
    body: 'I say',
    lang: 'en',
    ...personal
  })),
  'POST /sessions/[id]?/text': leading(inSession('text'), ({ session, brief }) => ({ session, brief })),
  'POST /sessions/[id]?/turn': leading(inSession('turn'), ({ session, turn }) => ({ session, turn })),
  'POST /sessions/[id]?/turn_end': own(inSession('turn_end'), ({ session, turn }) => ({ session, turn })),
  'POST /sessions/[id]?/withdrawal': reading(inSession('withdrawal'), ofSession()),
  'POST /sessions/new?/default': leading(
    ({ slug }) => `/sessions/new?forum=${slug}`,
    ({ slug }) => ({ forum: slug, title: 'We meet', ...window, ...personal })
  ),
  'POST /settings/feeds?/revocation': house('/settings/feeds?/revocation'),
  'POST /settings/feeds?/token': house('/settings/feeds?/token'),
  'POST /settings?/affiliation': house('/settings?/affiliation', { id: randomUUID() }),
  'POST /settings?/capacity': house('/settings?/capacity', { capacity: randomUUID() }),
  'POST /settings?/mail': house('/settings?/mail', { rhythm: 'immediate' }),
  'POST /settings?/password': house('/settings?/password', { current: 'x', password: 'y' }),
  'POST /settings?/profile': house('/settings?/profile', { name: '' }),
  'POST /settings?/signin': house('/settings?/signin', { id: randomUUID() }),
  'POST /sign-in?/default': house('/sign-in', { email: 'nobody@x.example', password: 'x' }),
  'POST /sign-out?/default': house('/sign-out'),
  'POST /support/desks?/desk': house('/support/desks?/desk', { level: 'headquarters', organisation: 'none' }),
  'POST /support/desks?/ending': house('/support/desks?/ending', { id: randomUUID() }),
  'POST /clearance/links/[token]?/clearance': house('/clearance/links/abc?/clearance'),
  'POST /clearance/links/[token]?/return': house('/clearance/links/abc?/return'),
  'POST /forums/[slug]/moderation?/rules': leading(inSpace('/moderation?/rules'), () => ({
    firstPosts: '0',
    paceSeconds: '0'
  })),
  'POST /organisations/[slug]/clearance?/end': house('/organisations/none/clearance?/end'),
  'POST /organisations/[slug]/clearance?/naming': house('/organisations/none/clearance?/naming'),
  'POST /organisations/[slug]/clearance?/removal': house('/organisations/none/clearance?/removal'),
  'POST /organisations/[slug]/clearance?/rule': house('/organisations/none/clearance?/rule'),
  'POST /unsubscribe/[token]?/default': house('/unsubscribe/abc')
};

/** What even those who may do it cannot do in this world: what it is about is not there, or was decided already. */
export const inVain = new Set([
  'POST /invitations?/refusal',
  'POST /moderation?/approval',
  'POST /moderation?/decline',
  'POST /proposals/[id]?/delegation',
  'POST /proposals/[id]?/delegation_end',
  ...ballotsInVain,
  'POST /sessions/[id]?/request_withdrawal',
  'POST /sessions/[id]?/turn_end',
  'POST /sessions/[id]?/extension',
  'POST /sessions/[id]?/turn',
  'POST /sessions/[id]?/turn_recall',
  'POST /sessions/[id]?/turn_skip',
  'POST /sessions/[id]?/outcome_revision',
  'POST /sessions/[id]?/outcome_withdrawal',
  'POST /threads/[id]?/escalation'
]);

besideText(acts, inVain);
