import { createHash, randomBytes } from 'node:crypto';
import { canonicalJson } from '#lib/server/canonical-json.ts';
import type { Value, Words } from '../positions.ts';

/** What is bound: one changed letter is another commitment. */
export interface Committed {
  proposal: string;
  holder: string;
  value: Value;
  reservation: Words | null;
  explanation: Words | null;
  salt: string;
}

/** 256 bits of chance: who knows the few possible answers still cannot tell which one a commitment hides. */
export const newSalt = (): string => randomBytes(32).toString('hex');

/** SHA-256 over the canonical JSON. The audit log holds it from the start; the record shows the salt, and anyone can check. */
export const commitmentOf = (committed: Committed): string =>
  createHash('sha256')
    .update(canonicalJson({ ...committed }), 'utf8')
    .digest('hex');
