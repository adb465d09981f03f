import * as v from 'valibot';
import type { Names } from '#lib/names.ts';

/** A space is where people meet: a forum first, later communities of practice, circles, initiatives. Its page says "forum". */
export const spaceKinds = ['forum', 'community', 'circle', 'initiative'] as const;
export type SpaceKind = (typeof spaceKinds)[number];

/** public: anyone reads. members: members of Palabre read. restricted: only its own members know that it exists. */
export const visibilities = ['public', 'members', 'restricted'] as const;
export type Visibility = (typeof visibilities)[number];

export const spaceRoles = ['member', 'moderator', 'observer'] as const;
export type SpaceRole = (typeof spaceRoles)[number];

/** A space as a page or another slice sees it, with the reader's own role in it. */
export interface SpaceView {
  id: string;
  slug: string;
  kind: SpaceKind;
  titles: Names;
  purposes: Names;
  countries: string[];
  regions: string[];
  axis: string | null;
  topics: string[];
  visibility: Visibility;
  leadOrganisation: { id: string; slug: string; names: Names } | null;
  role: SpaceRole | null;
}

export const spaceRoom = (id: string) => `space:${id}`;

export const limits = { titleLength: 160, purposeLength: 1000 } as const;

const slug = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'slug'), v.maxLength(80, 'slug'));
const names = v.record(v.pipe(v.string(), v.maxLength(12)), v.pipe(v.string(), v.trim(), v.maxLength(limits.purposeLength, 'too-long')));

export const newSpace = v.object({
  slug,
  kind: v.optional(v.picklist(spaceKinds), 'forum'),
  titles: v.pipe(names, v.check((all) => Object.values(all).some(Boolean), 'title-missing')),
  purposes: v.optional(names, {}),
  countries: v.optional(v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))), []),
  regions: v.optional(v.array(v.picklist(['AFR', 'AMR', 'SEAR', 'EUR', 'EMR', 'WPR'])), []),
  axis: v.optional(v.nullable(v.string()), null),
  topics: v.optional(v.array(v.string()), []),
  visibility: v.optional(v.picklist(visibilities), 'public'),
  leadOrganisationId: v.optional(v.nullable(v.pipe(v.string(), v.uuid())), null)
});
