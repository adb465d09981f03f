/**
 * The closed list of reasons to say no. A verb throws a Refusal; whatever else is thrown is a fault.
 * `reason` is a key of messages/*\/refusals.json (kebab-case), so that every door can say it in the reader's language.
 */
export type RefusalCode = 'not-signed-in' | 'not-allowed' | 'not-found' | 'invalid' | 'conflict' | 'too-many';

/** Put into the sentence in the reader's language: a length of time in seconds, a moment. */
export interface RefusalDetails {
  every?: number;
  left?: number;
  until?: Date;
}

export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly reason: string;
  readonly field?: string;
  /** What the sentence says beside the reason: seconds that are left, until when. */
  readonly details?: RefusalDetails;

  constructor(code: RefusalCode, reason: string = code, field?: string, details?: RefusalDetails) {
    super(`${code}: ${reason}`);
    this.name = 'Refusal';
    this.code = code;
    this.reason = reason;
    this.field = field;
    this.details = details;
  }
}

/** HTTP status of a refusal. */
export const httpStatus = {
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  invalid: 400,
  conflict: 409,
  'too-many': 429
} as const satisfies Record<RefusalCode, number>;

/** WebSocket close code of a refusal (4000-4999 is the range left to applications, RFC 6455 section 7.4.2). */
export const closeCode = {
  'not-signed-in': 4401,
  'not-allowed': 4403,
  'not-found': 4404,
  invalid: 4400,
  conflict: 4409,
  'too-many': 4429
} as const satisfies Record<RefusalCode, number>;
