/** What one does in threads, and with what one writes there: what is sent, and who is refused. */
import { randomUUID } from 'node:crypto';
import { contributing, house, leading, own, personal, reading, type ActRule } from './act.ts';
import type { Place } from './places.ts';

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
const inThread = (
  form: string,
  of: 'thread' | 'question' | 'call' | 'support' | 'ruled' | 'closed' = 'thread'
) => ((place: Place) => `/threads/${place[of]}?/${form}`) satisfies ActRule['at'];
const inPost = (form: string, of: 'post' | 'ownPost' | 'experience' = 'post', page = '') =>
  ((place: Place) =>
    `/threads/${of === 'experience' ? place.call : place.thread}/posts/${place[of]}${page}?/${form}`) satisfies ActRule['at'];

export const threadActs: Record<string, ActRule> = {
  'DELETE /drafts/[place]': reading(({ draftPlace }) => `/drafts/${draftPlace}`),
  'PUT /drafts/[place]': reading(
    ({ draftPlace }) => `/drafts/${draftPlace}`,
    ({ file }) => ({ file })
  ),
  'POST /files': house('/files'),
  'DELETE /files/[id]': own(({ looseFile }) => `/files/${looseFile}`),
  'POST /notifications?/reading': reading(
    () => '/notifications?/reading',
    ({ thread }) => ({ threadId: thread })
  ),
  'POST /threads/[id]/attribution?/lift': leading(
    ({ ruled }) => `/threads/${ruled}/attribution?/lift`,
    () => ({
      reason: 'No longer'
    })
  ),
  'POST /threads/[id]/attribution?/opening': own(({ ruled }) => `/threads/${ruled}/attribution?/opening`),
  'POST /threads/[id]/attribution?/rule': leading(
    ({ thread }) => `/threads/${thread}/attribution?/rule`,
    () => ({
      keeper: 'nobody@x.example'
    })
  ),
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
  'POST /threads/[id]/copy?/withdrawal': leading(
    ({ closed }) => `/threads/${closed}/copy?/withdrawal`,
    () => ({
      reason: 'No'
    })
  ),
  'POST /threads/[id]/moves?/merge': leading(
    ({ thread }) => `/threads/${thread}/moves?/merge`,
    ({ merged }) => ({ target: merged })
  ),
  'POST /threads/[id]/moves?/move': leading(
    ({ thread }) => `/threads/${thread}/moves?/move`,
    ({ post, merged }) => ({ 'postIds[]': [post], target: merged })
  ),
  'POST /threads/[id]/posts/[post]?/edition': own(inPost('edition', 'ownPost'), () => ({
    body: 'Otherwise',
    revision: '0'
  })),
  'POST /threads/[id]/posts/[post]?/experience': own(
    inPost('experience', 'experience'),
    ({ experience }) => ({
      id: experience,
      ...told,
      revision: '0'
    })
  ),
  'POST /threads/[id]/posts/[post]?/withdrawal': own(inPost('withdrawal', 'ownPost')),
  'POST /threads/[id]/tags?/default': own(
    ({ thread }) => `/threads/${thread}/tags`,
    () => ({ freeTags: 'other' })
  ),
  'POST /threads/[id]?/acceptance': own(inThread('acceptance', 'question'), ({ answer }) => ({
    postId: answer
  })),
  'POST /threads/[id]?/closure': own(inThread('closure', 'question')),
  'POST /threads/[id]?/locking': leading(inThread('locking'), () => ({ reason: 'Enough' })),
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
  'POST /threads/new?/thread': contributing(
    ({ slug }) => `/threads/new?forum=${slug}&/thread`,
    () => ({ postId: randomUUID(), ...text, ...personal })
  ),
  'POST /drafts?/removal': reading(
    () => '/drafts?/removal',
    ({ draftPlace }) => ({ place: draftPlace })
  ),
  'POST /files/form': house('/files/form'),
  'POST /moderation/acts/[id]?/appeal': own(
    ({ modAct }) => `/moderation/acts/${modAct}?/appeal`,
    () => ({
      words: 'Please look again'
    })
  ),
  'POST /moderation/acts/[id]?/decision': own(
    ({ modAct }) => `/moderation/acts/${modAct}?/decision`,
    () => ({
      outcome: 'upheld',
      answer: 'It stays'
    })
  ),
  'POST /moderation?/approval': own(
    () => '/moderation?/approval',
    ({ waiting }) => ({ id: waiting, revision: '0' })
  ),
  'POST /moderation?/decline': own(
    () => '/moderation?/decline',
    ({ waiting }) => ({
      id: waiting,
      revision: '0',
      reason: 'No',
      category: 'other'
    })
  ),
  'POST /preview': house('/preview'),
  'POST /threads/[id]/posts/[post]/moderation?/dismissal': leading(
    inPost('dismissal', 'post', '/moderation'),
    () => ({
      reason: 'Fine'
    })
  ),
  'POST /threads/[id]/posts/[post]/moderation?/flag': reading(
    inPost('flag', 'ownPost', '/moderation'),
    () => ({
      category: 'other',
      words: 'Look'
    })
  ),
  'POST /threads/[id]/posts/[post]/moderation?/hiding': leading(
    inPost('hiding', 'post', '/moderation'),
    () => ({
      category: 'other',
      reason: 'Off'
    })
  ),
  'POST /threads/[id]/posts/[post]/moderation?/pace': leading(inPost('pace', 'post', '/moderation'), () => ({
    seconds: '0',
    reason: 'Slowly'
  })),
  'POST /threads/[id]/posts/[post]/moderation?/restoring': leading(
    inPost('restoring', 'post', '/moderation'),
    () => ({
      reason: 'Back'
    })
  ),
  'POST /threads/[id]/posts/[post]/moderation?/suspension': leading(
    inPost('suspension', 'post', '/moderation'),
    () => ({
      days: '1',
      category: 'other',
      reason: 'Calm'
    })
  ),
  'POST /threads/[id]/posts/[post]?/draft': reading(inPost('draft', 'ownPost'), () => ({ body: 'mine' })),
  'POST /threads/[id]/posts/[post]?/language': own(inPost('language', 'ownPost'), () => ({
    lang: 'fr',
    revision: '0'
  })),
  'POST /threads/[id]/posts/[post]?/preview': reading(inPost('preview', 'ownPost'), () => ({ body: 'mine' })),
  'POST /threads/[id]?/draft': reading(inThread('draft'), () => ({ body: 'mine' })),
  'POST /threads/[id]?/preview': reading(inThread('preview'), () => ({ body: 'mine' })),
  'POST /threads/new?/draft': reading(
    ({ slug }) => `/threads/new?forum=${slug}&/draft`,
    () => ({ body: 'mine' })
  ),
  'POST /threads/new?/preview': reading(
    ({ slug }) => `/threads/new?forum=${slug}&/preview`,
    () => ({ body: 'mine' })
  ),
  'POST /waiting/[id]?/clearance': own(
    ({ waiting }) => `/waiting/${waiting}?/clearance`,
    () => ({ revision: '0' })
  ),
  'POST /waiting/[id]?/recall': own(({ waiting }) => `/waiting/${waiting}?/recall`),
  'POST /waiting/[id]?/return': own(
    ({ waiting }) => `/waiting/${waiting}?/return`,
    () => ({ revision: '0', note: 'No' })
  ),
  'POST /waiting/[id]?/text': own(
    ({ waiting }) => `/waiting/${waiting}?/text`,
    () => ({ revision: '0', body: 'Anew' })
  ),
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
