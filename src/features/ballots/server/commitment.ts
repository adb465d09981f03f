import { createHash, randomBytes } from 'node:crypto';
import { canonicalJson } from '#lib/server/canonical-json.ts';

/** 256 bits of chance: who knows the three possible answers still cannot tell which one a commitment hides. */
export const newSalt = (): string => randomBytes(32).toString('hex');

/** SHA-256 over the canonical JSON: the audit log holds it from the start; the record shows the salt, and anyone can check. */
export const commitmentOf = (committed: {
  ballot: string;
  holder: string;
  choice: string;
  salt: string;
}): string => createHash('sha256').update(canonicalJson(committed), 'utf8').digest('hex');
