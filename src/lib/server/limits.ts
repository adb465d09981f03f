import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Refusal } from '#lib/refusal.ts';
import { remember } from './remember.ts';

const limiters = remember('limiters', () => new Map<string, RateLimiterMemory>());

/**
 * Counts one act of `who` (a person id or an address, never a socket) under `name`; more than `points` in
 * `seconds` is refused with `too-many`. One process, so memory is the truth; a restart forgives.
 */
export async function limit(name: string, who: string, points: number, seconds: number): Promise<void> {
  let limiter = limiters.get(name);
  if (!limiter)
    limiters.set(name, (limiter = new RateLimiterMemory({ keyPrefix: name, points, duration: seconds })));
  try {
    await limiter.consume(who);
  } catch (rejected) {
    if (rejected instanceof Error) throw rejected;
    throw new Refusal('too-many', 'too-many');
  }
}

/** Forgets what was counted for `who`, e.g. failed sign-ins after one that worked. */
export async function forgive(name: string, who: string): Promise<void> {
  await limiters.get(name)?.delete(who);
}

/** Gives one point back: the act turned out not to be of the kind that is counted, e.g. a sign-in that was right. */
export async function giveBack(name: string, who: string): Promise<void> {
  await limiters.get(name)?.reward(who);
}
