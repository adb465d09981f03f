import * as v from 'valibot';
import type { Names } from '#lib/names.ts';
import { organisationKinds, regions, sectors } from '#lib/vocab/codes.ts';

/** What an organisation may have asked a person to do in its name, from least to most. */
export const mandates = ['none', 'speak', 'negotiate', 'sign'] as const;
export type Mandate = (typeof mandates)[number];

/** Whether `held` allows what `needed` asks: who may sign may negotiate, who may negotiate may speak. */
export const mandateCovers = (held: Mandate, needed: Mandate): boolean =>
  mandates.indexOf(held) >= mandates.indexOf(needed);

/**
 * An act's author as they were when they acted. It is copied into the act and never rewritten:
 * a later change of job, name or mandate leaves what was said with the one who said it, as they were then.
 */
export interface Act {
  personId: string;
  personName: string;
  capacity: 'personal' | 'organisation';
  organisationId: string | null;
  organisation: Names | null;
  organisationSlug: string | null;
  /** ISO 3166-1 alpha-2, or null (an international organisation). */
  country: string | null;
  /** Function or profession, as the person stated it. */
  title: string | null;
}

/** A capacity in which someone may act now, as a composer offers it. */
export interface CapacityChoice {
  /** `personal`, or the id of the organisation. */
  value: string;
  organisation: Names | null;
  country: string | null;
  mandate: Mandate;
}

export interface Guest {
  kind: 'guest';
}

/** Who is asking. Made once per request or socket from the sign-in cookie by `readActor`. */
export interface Member {
  kind: 'member';
  personId: string;
  signInId: string;
  name: string;
  country: string | null;
  administrator: boolean;
  /** The capacity that composers preselect. */
  actingAs: string;
  capacities: CapacityChoice[];
}

export type Actor = Guest | Member;
export const guest: Guest = { kind: 'guest' };

/** The capacity field of every form and message that acts: `personal` or an organisation id. */
export const capacityField = v.optional(
  v.union([v.literal('personal'), v.pipe(v.string(), v.uuid())]),
  'personal'
);

export const limits = {
  nameLength: 120,
  titleLength: 160,
  bioLength: 2000,
  organisationLength: 200,
  /** NIST SP 800-63B-4 section 3.1.1.2: at least 15 without a second factor is advised; 12 is our floor with a rate limit. */
  passwordMin: 12,
  passwordMax: 200,
  signInDays: 30,
  invitationDays: 14,
  resetMinutes: 60
} as const;

export const emailField = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.email('email'),
  v.maxLength(254, 'email')
);
export const passwordField = v.pipe(
  v.string(),
  v.minLength(limits.passwordMin, 'password-short'),
  v.maxLength(limits.passwordMax, 'password-long')
);

export const signInInput = v.object({ email: emailField, password: v.pipe(v.string(), v.maxLength(1000)) });

const words = (length: number) => v.pipe(v.string(), v.trim(), v.maxLength(length, 'too-long'));
const idField = v.pipe(v.string(), v.uuid());
const codeField = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'country'));
const mandateField = v.picklist(mandates);
export const nameField = v.pipe(words(limits.nameLength), v.nonEmpty('name-missing'));
/** An IANA zone that this process knows, or UTC. */
export const timezoneField = v.pipe(
  v.string(),
  v.maxLength(60),
  v.check((zone) => zone === 'UTC' || Intl.supportedValuesOf('timeZone').includes(zone), 'timezone')
);

export const profileInput = v.object({
  name: nameField,
  title: v.optional(words(limits.titleLength), ''),
  bio: v.optional(words(limits.bioLength), ''),
  country: v.optional(codeField),
  timezone: v.optional(timezoneField),
  locale: v.optional(v.picklist(['en', 'fr', 'ar'])),
  occupations: v.optional(v.pipe(v.array(v.pipe(v.string(), v.regex(/^\d{4}$/))), v.maxLength(10)), []),
  languages: v.optional(v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/))), v.maxLength(20)), [])
});

export const passwordChange = v.object({
  current: v.pipe(v.string(), v.maxLength(1000)),
  password: passwordField
});
export const resetRequest = v.object({ email: emailField });
export const newPassword = v.object({ password: passwordField });
export const actingInput = v.object({ capacity: capacityField });

/** `administrator` may be asked for by administrators only; without an organisation the person comes in a personal capacity. */
export const invitationInput = v.object({
  email: emailField,
  organisationId: v.optional(idField),
  mandate: v.optional(mandateField, 'none'),
  administrator: v.optional(
    v.pipe(
      v.literal('on'),
      v.transform(() => true)
    ),
    undefined
  )
});

/** `email` counts only where the invitation names none (the first administrator's). */
export const acceptanceInput = v.object({
  name: nameField,
  email: v.optional(emailField),
  password: passwordField,
  title: v.optional(words(limits.titleLength), ''),
  country: v.optional(codeField)
});

export const mandateInput = v.object({
  personId: idField,
  organisationId: idField,
  mandate: mandateField,
  title: v.optional(words(limits.titleLength)),
  unit: v.optional(words(limits.titleLength))
});

export const affiliationEnd = v.object({ affiliationId: idField });

export const organisationInput = v.object({
  nameEn: v.optional(words(limits.organisationLength)),
  nameFr: v.optional(words(limits.organisationLength)),
  acronym: v.optional(words(20)),
  slug: v.pipe(v.string(), v.trim(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'slug'), v.maxLength(80, 'slug')),
  kind: v.picklist(organisationKinds),
  sector: v.optional(v.picklist(sectors)),
  country: v.optional(codeField),
  parentId: v.optional(idField)
});

/** Filters of the directory, as they stand in its address. What does not fit is ignored, so that an old link still opens. */
export const organisationFilter = v.object({
  kind: v.fallback(v.optional(v.picklist(organisationKinds)), undefined),
  country: v.fallback(v.optional(codeField), undefined),
  region: v.fallback(v.optional(v.picklist(regions)), undefined),
  q: v.fallback(v.optional(words(100)), undefined)
});

/** What became known: someone's place in an organisation ended or changed, so what they may do there must be asked again. */
export interface AffiliationChanged {
  personId: string;
  organisationId: string;
}
export const events = {
  affiliationEnded: 'affiliation.ended',
  mandateGranted: 'mandate.granted',
  personJoined: 'person.joined',
  profileChanged: 'profile.changed',
  organisationAdded: 'organisation.added'
} as const;
