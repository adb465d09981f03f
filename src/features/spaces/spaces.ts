import * as v from 'valibot';
import { emailField } from '#features/people/people.ts';
import type { Names } from '#lib/names.ts';
import { isText } from '#lib/plain-text.ts';

/** A space is where people meet: a forum, a community of practice, a circle, an initiative across borders. */
export const spaceKinds = ['forum', 'community', 'circle', 'initiative'] as const;
export type SpaceKind = (typeof spaceKinds)[number];

/** Whose circle it is. */
export const circleFunctions = ['policy', 'communications', 'chief_executives'] as const;
export type CircleFunction = (typeof circleFunctions)[number];

/** public: anyone reads. members: members of Palabre read. restricted: only its own members know that it exists. */
export const visibilities = ['public', 'members', 'restricted'] as const;
export type Visibility = (typeof visibilities)[number];

/**
 * How one comes in, and so who speaks. open: everyone with an account speaks, and joins when they like. request: moderators
 * let in, and members speak. invitation: only the invited come in. A restricted space is by invitation only.
 */
export const joinings = ['open', 'request', 'invitation'] as const;
export type Joining = (typeof joinings)[number];

export type InvitationKind = 'person' | 'organisation' | 'country';
export type RequestOutcome = 'accepted' | 'declined' | 'withdrawn';
export type SpaceTextKind = 'rules' | 'summary';

export const spaceRoles = ['member', 'moderator', 'observer'] as const;
export type SpaceRole = (typeof spaceRoles)[number];

/** A space as a page or another slice sees it, with the reader's own role in it. */
export interface SpaceView {
  id: string;
  slug: string;
  kind: SpaceKind;
  circleFunction: CircleFunction | null;
  titles: Names;
  purposes: Names;
  countries: string[];
  regions: string[];
  axis: string | null;
  topics: string[];
  visibility: Visibility;
  joining: Joining;
  observersSpeak: boolean;
  archivedAt: Date | null;
  leadOrganisation: { id: string; slug: string; names: Names } | null;
  role: SpaceRole | null;
  /** The reader may not contribute until then. */
  suspendedUntil: Date | null;
}

export const spaceRoom = (id: string) => `space:${id}`;

export const limits = { titleLength: 160, purposeLength: 1000 } as const;

const slug = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'slug'), v.maxLength(80, 'slug'));
const names = v.record(
  v.pipe(v.string(), v.maxLength(12)),
  v.pipe(v.string(), v.trim(), v.maxLength(limits.purposeLength, 'too-long'))
);

const title = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(limits.titleLength, 'too-long'),
  v.check(isText, 'not-text')
);
const purpose = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(limits.purposeLength, 'too-long'),
  v.check(isText, 'not-text')
);

export const newSpace = v.object({
  slug,
  kind: v.optional(v.picklist(spaceKinds), 'forum'),
  titles: v.pipe(
    names,
    v.check((all) => Object.values(all).some(Boolean), 'title-missing')
  ),
  purposes: v.optional(names, {}),
  countries: v.optional(v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))), []),
  regions: v.optional(v.array(v.picklist(['AFR', 'AMR', 'SEAR', 'EUR', 'EMR', 'WPR'])), []),
  axis: v.optional(v.nullable(v.string()), null),
  topics: v.optional(v.array(v.string()), []),
  visibility: v.optional(v.picklist(visibilities), 'public'),
  leadOrganisationId: v.optional(v.nullable(v.pipe(v.string(), v.uuid())), null)
});

/** What the form of a new space sends: one title and purpose a language; the address is made from the title. */
export const newSpaceForm = v.pipe(
  v.object({
    titleEn: v.optional(title, ''),
    titleFr: v.optional(title, ''),
    purposeEn: v.optional(purpose, ''),
    purposeFr: v.optional(purpose, ''),
    slug: v.optional(
      v.pipe(
        v.string(),
        v.trim(),
        v.toLowerCase(),
        v.maxLength(80, 'slug'),
        v.regex(/^[a-z0-9]*(-[a-z0-9]+)*$/, 'slug')
      ),
      ''
    ),
    kind: v.optional(v.picklist(spaceKinds), 'forum'),
    countries: newSpace.entries.countries,
    regions: newSpace.entries.regions,
    axis: newSpace.entries.axis,
    topics: v.optional(
      v.pipe(
        v.string(),
        v.maxLength(500, 'too-long'),
        v.transform((list) => [
          ...new Set(
            list
              .split(',')
              .map((topic) => topic.trim())
              .filter(Boolean)
          )
        ])
      ),
      ''
    ),
    visibility: v.optional(v.picklist(visibilities), 'public'),
    leadOrganisationId: newSpace.entries.leadOrganisationId
  }),
  v.check(({ titleEn, titleFr }) => Boolean(titleEn || titleFr), 'title-missing'),
  v.transform(({ titleEn, titleFr, purposeEn, purposeFr, slug, ...rest }) => ({
    ...rest,
    slug: slug || slugOf(titleEn || titleFr),
    titles: written({ en: titleEn, fr: titleFr }),
    purposes: written({ en: purposeEn, fr: purposeFr })
  }))
);

export const spaceMembership = v.object({ spaceId: v.pipe(v.string(), v.uuid()) });
export const newSpaceMember = v.object({
  spaceId: v.pipe(v.string(), v.uuid()),
  email: emailField,
  role: v.optional(v.picklist(spaceRoles), 'member')
});
export const spaceMemberRemoval = v.object({
  spaceId: v.pipe(v.string(), v.uuid()),
  personId: v.pipe(v.string(), v.uuid())
});

/** Someone who belongs to a space, as those see it who moderate it. */
export interface SpaceMemberView {
  personId: string;
  name: string;
  country: string | null;
  role: SpaceRole;
}

function written(names: Names): Names {
  return Object.fromEntries(Object.entries(names).filter(([, name]) => name));
}

/** An address out of a title: plain letters, digits and hyphens; empty when the title has none of them. */
export function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
}
