import * as v from 'valibot';
import { readHead, readWitness } from '#features/audit/server/read-head.ts';
import { limit } from '#lib/server/limits.ts';
import { page } from '../answer.ts';
import type { PageServerLoad } from './$types.js';

/** What a holder of an export asks: `?number=N&hash=H`. What does not fit is no question. */
const question = v.object({
  number: v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)),
  hash: v.pipe(v.string(), v.trim(), v.toLowerCase(), v.regex(/^[0-9a-f]{64}$/))
});

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    await limit('record-question', event.getClientAddress(), 120, 600);
    const given = Object.fromEntries(event.url.searchParams);
    const asked = v.safeParse(question, given);
    return {
      // Not the end as it is now: the moment of each entry would tell when somebody acts in a room that is closed.
      head: await readHead(new Date(new Date().setUTCHours(0, 0, 0, 0))),
      given: { number: given.number ?? '', hash: given.hash ?? '' },
      answer: !asked.success
        ? given.number || given.hash
          ? ('unclear' as const)
          : null
        : (await readWitness(asked.output.number, asked.output.hash))
          ? ('same' as const)
          : ('other' as const)
    };
  });
