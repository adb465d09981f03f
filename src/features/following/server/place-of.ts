import type { Kind } from '../following.ts';

interface About {
  kind: Kind;
  objectKind: string;
  objectId: string;
  threadId: string | null;
}

/** Where one looks at it, when it is not a post. Addresses are the same words as the kinds of objects. */
const places: Record<string, (id: string, slug: string | null) => string> = {
  thread: (id) => `/threads/${id}`,
  brief: (id) => `/briefs/${id}`,
  session: (id) => `/sessions/${id}`,
  lesson: (id) => `/lessons/${id}`,
  proposal: (id) => `/proposals/${id}`,
  'moderation-act': (id) => `/moderation/acts/${id}`,
  pending: (id) => `/waiting/${id}`
};

/** Some are asked of an office: they lead to its desk. */
const desks: Partial<Record<Kind, (slug: string | null) => string>> = {
  invited: () => '/forums',
  copy: () => '/copies',
  request: (slug) => (slug ? `/forums/${slug}/members` : '/forums')
};

export function placeOf({ kind, objectKind, objectId, threadId }: About, slug: string | null): string {
  const desk = desks[kind];
  if (desk) return desk(slug);
  const place = places[objectKind];
  if (place) return place(objectId, slug);
  if (threadId) return `/threads/${threadId}`;
  return slug ? `/forums/${slug}` : '/notifications';
}
