import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 random bits for a cookie or a link; only its hash is ever stored. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** The SHA-256 of a token, in hex: what the database keeps, and the id of a sign-in. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
