/** Every page and download: where the matrix looks for it in a place, and who of its readers it is open to. */
import type { ActorName } from './people.ts';
import type { Place } from './places.ts';

/**
 * `everyone` and `signed-in`: it is about no object, and shows each what they may know. Of an object: `read` for whoever
 * may read its space, `contributors` for those who may say something there, else for the ones that are named.
 */
export interface PageRule {
  at: (place: Place) => string;
  open: 'everyone' | 'signed-in' | 'read' | 'signed-in-readers' | 'contributors' | readonly ActorName[];
}

const everyone = (path: string): PageRule => ({ at: () => path, open: 'everyone' });
const signedIn = (path: string): PageRule => ({ at: () => path, open: 'signed-in' });
const nobody = (path: string): PageRule => ({ at: () => path, open: [] });
const readers = (at: PageRule['at']): PageRule => ({ at, open: 'read' });
const only = (open: readonly ActorName[], at: PageRule['at']): PageRule => ({ at, open });

const leads = ['moderator'] as const;
const writes = ['author', 'moderator'] as const;

export const pages: Record<string, PageRule> = {
  'GET /': everyone('/'),
  'GET /administration': nobody('/administration'),
  'GET /administration/suspensions': nobody('/administration/suspensions'),
  'GET /appeals/[token]': nobody('/appeals/abc'),
  'GET /briefs': everyone('/briefs'),
  'GET /briefs/[id]': readers(({ brief }) => `/briefs/${brief}`),
  'GET /briefs/[id]/access': only(writes, ({ brief }) => `/briefs/${brief}/access`),
  'GET /briefs/[id]/published/[number]': readers(({ brief }) => `/briefs/${brief}/published/1`),
  'GET /briefs/[id]/versions/[version]': readers(
    ({ brief, version }) => `/briefs/${brief}/versions/${version}`
  ),
  'GET /briefs/new': signedIn('/briefs/new'),
  'GET /clearance': signedIn('/clearance'),
  'GET /clearance/links/[token]': nobody('/clearance/links/abc'),
  'GET /copies': everyone('/copies'),
  // Not published: it is not there for anyone.
  'GET /copies/[id]': only([], ({ copy }) => `/copies/${copy}`),
  'GET /copies/feed.atom': everyone('/copies/feed.atom'),
  'GET /countries': everyone('/countries'),
  'GET /countries/[code]': everyone('/countries/MW'),
  'GET /drafts': signedIn('/drafts'),
  'GET /drafts/[place]': everyone('/drafts/thread:x'),
  'GET /files': everyone('/files'),
  'GET /files/[id]': readers(({ file }) => `/files/${file}`),
  'HEAD /files/[id]': readers(({ file }) => `/files/${file}`),
  'GET /forums': everyone('/forums'),
  'GET /forums/[slug]': readers(({ slug }) => `/forums/${slug}`),
  'GET /forums/[slug]/attribution': only(leads, ({ slug }) => `/forums/${slug}/attribution`),
  'GET /forums/[slug]/feed.atom': readers(({ slug }) => `/forums/${slug}/feed.atom`),
  'GET /forums/[slug]/house-rules': readers(({ slug }) => `/forums/${slug}/house-rules`),
  'GET /forums/[slug]/invitations': only(leads, ({ slug }) => `/forums/${slug}/invitations`),
  'GET /forums/[slug]/members': readers(({ slug }) => `/forums/${slug}/members`),
  'GET /forums/[slug]/moderation': {
    at: ({ slug }) => `/forums/${slug}/moderation`,
    open: 'signed-in-readers'
  },
  'GET /forums/[slug]/requests': only(leads, ({ slug }) => `/forums/${slug}/requests`),
  'GET /forums/[slug]/settings': only(leads, ({ slug }) => `/forums/${slug}/settings`),
  'GET /forums/[slug]/summary': readers(({ slug }) => `/forums/${slug}/summary`),
  'GET /forums/new': only(['member', 'author'], () => '/forums/new'),
  'GET /healthz': everyone('/healthz'),
  'GET /invitation/[token]': nobody('/invitation/abc'),
  'GET /invitations': signedIn('/invitations'),
  'GET /keyboard': everyone('/keyboard'),
  'GET /language': everyone('/language'),
  'GET /lessons': everyone('/lessons'),
  'GET /lessons/[id]': everyone('/lessons'),
  'GET /lessons/[id]/revision': nobody('/lessons/00000000-0000-7000-8000-000000000000/revision'),
  'GET /lessons/lessons.csv': everyone('/lessons/lessons.csv'),
  'GET /lessons/lessons.json': everyone('/lessons/lessons.json'),
  'GET /lessons/new': readers(({ thread }) => `/lessons/new?origin=thread:${thread}&post=1`),
  'GET /links/completions': signedIn('/links/completions?kind=reference&q=nurses'),
  'GET /moderation': only(['moderator', 'elsewhere'], () => '/moderation'),
  'GET /moderation/acts/[id]': only(['insider', ...leads], ({ modAct }) => `/moderation/acts/${modAct}`),
  'GET /notifications': signedIn('/notifications'),
  'GET /notifications/unread': everyone('/notifications/unread'),
  'GET /organisations': everyone('/organisations'),
  'GET /organisations/[slug]': everyone('/organisations'),
  'GET /organisations/[slug]/clearance': nobody('/organisations/none/clearance'),
  'GET /password-reset': everyone('/password-reset'),
  'GET /password-reset/[token]': nobody('/password-reset/abc'),
  'GET /people/[id]': everyone('/organisations'),
  'GET /proposals': everyone('/proposals'),
  'GET /proposals/[id]': readers(({ proposal }) => `/proposals/${proposal}`),
  'GET /proposals/[id]/positions.csv': readers(({ decided }) => `/proposals/${decided}/positions.csv`),
  'GET /proposals/[id]/record.json': readers(({ decided }) => `/proposals/${decided}/record.json`),
  'GET /proposals/new': { at: ({ thread }) => `/proposals/new?thread=${thread}`, open: 'contributors' },
  'GET /readyz': everyone('/readyz'),
  'GET /record': everyone('/record'),
  'GET /register': everyone('/register'),
  'GET /search': everyone('/search?q=nurses'),
  'GET /sessions': everyone('/sessions'),
  'GET /sessions/[id]': readers(({ session }) => `/sessions/${session}`),
  'GET /sessions/[id]/delegations': readers(({ session }) => `/sessions/${session}/delegations`),
  'GET /sessions/[id]/edit': only(leads, ({ session }) => `/sessions/${session}/edit`),
  'GET /sessions/[id]/invitations': only(leads, ({ session }) => `/sessions/${session}/invitations`),
  'GET /sessions/series/[id]': readers(({ series }) => `/sessions/series/${series}`),
  'GET /sessions/series/[id]/series.ics': readers(({ series }) => `/sessions/series/${series}/series.ics`),
  'GET /sessions/[id]/projector': readers(({ session }) => `/sessions/${session}/projector`),
  'GET /sessions/[id]/record.[format]': readers(({ held }) => `/sessions/${held}/record.docx`),
  'GET /sessions/[id]/record.json': readers(({ held }) => `/sessions/${held}/record.json`),
  'GET /sessions/[id]/room': readers(({ session }) => `/sessions/${session}/room`),
  'GET /sessions/[id]/session.ics': readers(({ session }) => `/sessions/${session}/session.ics`),
  'GET /sessions/[id]/text': readers(({ session }) => `/sessions/${session}/text`),
  'GET /sessions/new': only(leads, ({ slug }) => `/sessions/new?forum=${slug}`),
  'GET /settings': signedIn('/settings'),
  'GET /settings/feeds': signedIn('/settings/feeds'),
  'GET /sign-in': everyone('/sign-in'),
  'GET /sign-out': everyone('/sign-out'),
  'GET /since': signedIn('/since'),
  'GET /support': signedIn('/support'),
  'GET /support/desks': nobody('/support/desks'),
  'GET /tags/[tag]': everyone('/tags/shared%20tag'),
  'GET /threads/[id]': readers(({ thread }) => `/threads/${thread}`),
  'GET /threads/[id]/attribution': readers(({ ruled }) => `/threads/${ruled}/attribution`),
  'GET /threads/[id]/copy': only(['insider', ...writes], ({ closed }) => `/threads/${closed}/copy`),
  'GET /threads/[id]/copy/preview': only(leads, ({ closed }) => `/threads/${closed}/copy/preview`),
  'GET /threads/[id]/experiences.csv': readers(({ call }) => `/threads/${call}/experiences.csv`),
  'GET /threads/[id]/export.[format]': readers(({ thread }) => `/threads/${thread}/export.json`),
  'GET /threads/[id]/feed.atom': readers(({ thread }) => `/threads/${thread}/feed.atom`),
  'GET /threads/[id]/moves': only(leads, ({ thread }) => `/threads/${thread}/moves`),
  'GET /threads/[id]/posts/[post]': readers(({ thread, post }) => `/threads/${thread}/posts/${post}`),
  'GET /threads/[id]/posts/[post]/history': readers(
    ({ thread, post }) => `/threads/${thread}/posts/${post}/history`
  ),
  'GET /threads/[id]/posts/[post]/moderation': {
    at: ({ thread, ownPost }) => `/threads/${thread}/posts/${ownPost}/moderation`,
    open: 'signed-in-readers'
  },
  'GET /threads/[id]/tags': only(writes, ({ thread }) => `/threads/${thread}/tags`),
  'GET /threads/new': readers(({ slug }) => `/threads/new?forum=${slug}`),
  'GET /unsubscribe/[token]': nobody('/unsubscribe/abc'),
  'GET /waiting': signedIn('/waiting'),
  'GET /waiting/[id]': only(['author'], ({ waiting }) => `/waiting/${waiting}`),
  'GET /watches': signedIn('/watches')
};

/** Further addresses of the same doors: other objects, other formats, places that moved. */
export const further: PageRule[] = [
  readers(({ ruled }) => `/threads/${ruled}`),
  readers(({ call }) => `/threads/${call}?country=MW`),
  readers(({ question }) => `/threads/${question}?post=2`),
  readers(({ held }) => `/sessions/${held}`),
  readers(({ held }) => `/sessions/${held}/record.html`),
  readers(({ held }) => `/sessions/${held}/record.md`),
  readers(({ decided }) => `/proposals/${decided}`),
  readers(({ thread, moving }) => `/threads/${thread}/posts/${moving}`),
  readers(({ thread }) => `/threads/${thread}?post=6`),
  only(['author'], ({ looseFile }) => `/files/${looseFile}`),
  readers(({ thread, post }) => `/threads/${thread}?quote=${post}`),
  readers(({ brief }) => `/lessons/new?origin=brief:${brief}`),
  readers(({ held }) => `/lessons/new?origin=session:${held}`),
  ...['html', 'md', 'zip'].map((format) => readers(({ ruled }) => `/threads/${ruled}/export.${format}`))
];
