import * as v from 'valibot';
import type { Names } from '#lib/names.ts';

/** What an organisation may have asked a person to do in its name, from least to most. */
export const mandates = ['none', 'speak', 'negotiate', 'sign'] as const;
export type Mandate = (typeof mandates)[number];

/** Whether `held` allows what `needed` asks: who may sign may negotiate, who may negotiate may speak. */
export const mandateCovers = (held: Mandate, needed: Mandate): boolean => mandates.indexOf(held) >= mandates.indexOf(needed);

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
export const capacityField = v.optional(v.union([v.literal('personal'), v.pipe(v.string(), v.uuid())]), 'personal');

export const limits = {
  nameLength: 120,
  titleLength: 160,
  bioLength: 2000,
  /** NIST SP 800-63B-4 section 3.1.1.2: at least 15 without a second factor is advised; 12 is our floor with a rate limit. */
  passwordMin: 12,
  passwordMax: 200,
  signInDays: 30,
  invitationDays: 14,
  resetMinutes: 60
} as const;

export const emailField = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.email('email'), v.maxLength(254, 'email'));
export const passwordField = v.pipe(v.string(), v.minLength(limits.passwordMin, 'password-short'), v.maxLength(limits.passwordMax, 'password-long'));

export const signInInput = v.object({ email: emailField, password: v.pipe(v.string(), v.maxLength(1000)) });
