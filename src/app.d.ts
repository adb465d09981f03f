import type { Actor } from '#features/people/people.ts';

declare global {
  namespace App {
    interface Locals {
      actor: Actor;
      /** Language of this answer: en, fr, or ar where it is switched on. */
      locale: string;
      /** IANA time zone of the reader, UTC until we know better. */
      timezone: string;
      secure: boolean;
    }
    interface Error {
      message: string;
      /** Set for faults: what the reader can tell the operator. */
      id?: string;
    }
  }
}
