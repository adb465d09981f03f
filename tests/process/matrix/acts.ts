/** Every form and every method that changes something: what is sent, and what those hear who may read but not do it. */
import { randomUUID } from 'node:crypto';
import type { Place } from './places.ts';

type Fields = Record<string, string | string[]>;

/**
 * `contributing`: observers and the suspended are refused, the latter with the sentence of the suspension; `attending`:
 * observers may, too. `leading`:
 * refused to all but moderators. `own`: whoever it belongs to, refused to others. `reading`: part of reading, for every
 * reader with an account. `standing`: one's own place in a space, which everyone may end or ask for. `house`: about no object of a space.
 */
export interface ActRule {
  at: (place: Place) => string;
  fields: (place: Place) => Fields;
  kind: 'contributing' | 'attending' | 'leading' | 'own' | 'reading' | 'standing' | 'house';
}

const act =
  (kind: ActRule['kind']) =>
  (at: ActRule['at'], fields: ActRule['fields'] = () => ({})): ActRule => ({ at, fields, kind });
const contributing = act('contributing');
const attending = act('attending');
const leading = act('leading');
const own = act('own');
const reading = act('reading');
const standing = act('standing');
const house = (path: string, fields: Fields = {}): ActRule => act('house')(() => path, () => fields);

const personal = { capacity: 'personal' };
const text = { title: 'A title', body: 'A text' };
const told = {
  country: 'MW',
  measure: 'Pairs',
  year: '2022',
  outcome: 'worked',
  account: 'Two',
  evidence: 'Some',
  contact: ''
};
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
  closes: '2030-01-01T10:00',
  timezone: 'UTC',
  ...personal
};

const inThread = (form: string, of: 'thread' | 'question' | 'call' | 'support' | 'ruled' | 'closed' = 'thread') =>
  ((place: Place) => `/threads/${place[of]}?/${form}`) satisfies ActRule['at'];
const inPost = (form: string, of: 'post' | 'ownPost' | 'experience' = 'post') =>
  ((place: Place) =>
    `/threads/${of === 'experience' ? place.call : place.thread}/posts/${place[of]}?/${form}`) satisfies ActRule['at'];
const inSpace = (path: string) => (({ slug }: Place) => `/forums/${slug}${path}`) satisfies ActRule['at'];
const inSession = (form: string, of: 'session' | 'held' = 'session') =>
  ((place: Place) => `/sessions/${place[of]}?/${form}`) satisfies ActRule['at'];
const inProposal = (form: string) => (({ proposal }: Place) => `/proposals/${proposal}?/${form}`) satisfies ActRule['at'];
const inBrief = (path: string) => (({ brief }: Place) => `/briefs/${brief}${path}`) satisfies ActRule['at'];

const ofSession = (more: Fields = {}) => ((place: Place) => ({ session: place.session, ...more })) satisfies ActRule['fields'];

export const acts: Record<string, ActRule> = {
  'POST /administration?/invitation': house('/administration?/invitation', { email: 'x@x.example', mandate: 'none' }),
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
  'DELETE /drafts/[place]': reading(({ draftPlace }) => `/drafts/${draftPlace}`),
  'PUT /drafts/[place]': reading(
    ({ draftPlace }) => `/drafts/${draftPlace}`,
    ({ file }) => ({ file })
  ),
  'POST /files': house('/files'),
  'DELETE /files/[id]': own(({ looseFile }) => `/files/${looseFile}`),
  'POST /forums/[slug]/house-rules?/default': leading(inSpace('/house-rules'), () => ({ text_en: 'Be good', number: '1' })),
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
  'POST /forums/[slug]/members?/removal': leading(inSpace('/members?/removal'), ({ person }) => ({ personId: person })),
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
  'POST /forums/[slug]/settings?/settings': leading(inSpace('/settings?/settings'), () => ({ title_en: 'Another name' })),
  'POST /forums/[slug]/summary?/default': leading(inSpace('/summary'), () => ({ text_en: 'In short', number: '1' })),
  'POST /forums/[slug]?/leaving': standing(inSpace('?/leaving')),
  'POST /forums/[slug]?/membership': standing(inSpace('?/membership'), () => ({ rules: '1' })),
  'POST /forums/[slug]?/reading': reading(inSpace('?/reading')),
  'POST /forums/[slug]?/request': standing(inSpace('?/request'), () => ({ rules: '1' })),
  'POST /forums/[slug]?/rules': reading(inSpace('?/rules'), () => ({ rules: '1' })),
  'POST /forums/[slug]?/withdrawal': standing(inSpace('?/withdrawal')),
  'POST /forums/new?/default': house('/forums/new', { title_en: 'One more', slug: 'one-more' }),
  'POST /invitation/[token]?/account': house('/invitation/abc?/account', { name: 'X', password: 'x'.repeat(14), country: 'MW' }),
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
  'POST /notifications?/reading': own(
    () => '/notifications?/reading',
    ({ thread }) => ({ threadId: thread })
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
  'POST /sessions/[id]?/item_closure': leading(inSession('item_closure'), ({ session, item }) => ({ session, item })),
  'POST /sessions/[id]?/opening': leading(inSession('opening'), ofSession(personal)),
  'POST /sessions/[id]?/registration': attending(inSession('registration'), ofSession(personal)),
  'POST /sessions/[id]?/request_withdrawal': own(inSession('request_withdrawal'), ({ session, turn }) => ({ session, turn })),
  'POST /sessions/[id]?/statement': contributing(inSession('statement'), ({ session }) => ({
    session,
    id: randomUUID(),
    body: 'I say',
    lang: 'en',
    ...personal
  })),
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
  'POST /threads/[id]/attribution?/lift': leading(({ ruled }) => `/threads/${ruled}/attribution?/lift`, () => ({
    reason: 'No longer'
  })),
  'POST /threads/[id]/attribution?/opening': own(({ ruled }) => `/threads/${ruled}/attribution?/opening`),
  'POST /threads/[id]/attribution?/rule': leading(({ thread }) => `/threads/${thread}/attribution?/rule`, () => ({
    keeper: 'nobody@x.example'
  })),
  'POST /threads/[id]/copy?/answer': own(
    ({ closed }) => `/threads/${closed}/copy?/answer`,
    ({ copyRequest }) => ({ requestId: copyRequest, answer: 'named' })
  ),
  'POST /threads/[id]/copy?/proposal': leading(({ closed }) => `/threads/${closed}/copy?/proposal`),
  'POST /threads/[id]/copy?/publication': leading(({ closed }) => `/threads/${closed}/copy?/publication`),
  'POST /threads/[id]/copy?/redaction': leading(
    ({ closed }) => `/threads/${closed}/copy?/redaction`,
    ({ post }) => ({ postId: post, passage: 'held' })
  ),
  'POST /threads/[id]/copy?/restoration': leading(
    ({ closed }) => `/threads/${closed}/copy?/restoration`,
    ({ turn }) => ({ id: turn, redactionId: turn })
  ),
  'POST /threads/[id]/copy?/withdrawal': leading(({ closed }) => `/threads/${closed}/copy?/withdrawal`, () => ({
    reason: 'No'
  })),
  'POST /threads/[id]/moves?/merge': leading(
    ({ thread }) => `/threads/${thread}/moves?/merge`,
    ({ merged }) => ({ target: merged })
  ),
  'POST /threads/[id]/moves?/move': leading(
    ({ thread }) => `/threads/${thread}/moves?/move`,
    ({ post, merged }) => ({ 'postIds[]': [post], target: merged })
  ),
  'POST /threads/[id]/posts/[post]?/edition': own(inPost('edition', 'ownPost'), () => ({ body: 'Otherwise', revision: '0' })),
  'POST /threads/[id]/posts/[post]?/experience': own(inPost('experience', 'experience'), () => ({ ...told, revision: '0' })),
  'POST /threads/[id]/posts/[post]?/withdrawal': own(inPost('withdrawal', 'ownPost')),
  'POST /threads/[id]/tags?/default': own(({ thread }) => `/threads/${thread}/tags`, () => ({ freeTags: 'other' })),
  'POST /threads/[id]?/acceptance': own(inThread('acceptance', 'question'), ({ answer }) => ({ postId: answer })),
  'POST /threads/[id]?/closure': own(inThread('closure')),
  'POST /threads/[id]?/escalation': own(inThread('escalation', 'support'), () => ({ reason: 'Nobody' })),
  'POST /threads/[id]?/experience': contributing(inThread('experience', 'call'), () => ({
    id: randomUUID(),
    ...told,
    ...personal
  })),
  'POST /threads/[id]?/reading': reading(inThread('reading'), () => ({ number: '1' })),
  'POST /threads/[id]?/reopening': own(inThread('reopening', 'closed')),
  'POST /threads/[id]?/reply': contributing(inThread('reply'), ({ post }) => ({
    id: randomUUID(),
    body: 'I too',
    quoted: post,
    ...personal
  })),
  'POST /threads/[id]?/retraction': own(inThread('retraction', 'question')),
  'POST /threads/new?/default': contributing(
    ({ slug }) => `/threads/new?forum=${slug}`,
    () => ({ postId: randomUUID(), ...text, ...personal })
  ),
  'POST /unsubscribe/[token]?/default': house('/unsubscribe/abc'),
  'POST /watches?/default': reading(
    () => '/watches',
    ({ thread }) => ({ kind: 'thread', id: thread, level: 'everything', back: '/watches' })
  )
};

/** Further fields of the same forms in which an id may be guessed. */
export const guesses: ActRule[] = [
  reading(
    () => '/watches',
    ({ spaceId }) => ({ kind: 'space', id: spaceId, level: 'everything', back: '/watches' })
  ),
  leading(
    ({ ruled }) => `/threads/${ruled}/moves?/move`,
    ({ moving, closed }) => ({ 'postIds[]': [moving], target: closed })
  ),
  contributing(
    ({ thread }) => `/threads/${thread}?/reply`,
    ({ file }) => ({ id: randomUUID(), body: `[A file](/files/${file})`, ...personal })
  ),
  own(inPost('edition', 'ownPost'), ({ file }) => ({ body: `[A file](/files/${file})`, revision: '0' }))
];
