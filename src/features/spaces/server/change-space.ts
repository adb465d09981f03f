import { eq } from 'drizzle-orm';
import type * as v from 'valibot';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn, readAct } from '#features/people/server/read-act.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import { noteWritten } from '#lib/server/written.ts';
import { isCountry } from '#lib/vocab/countries.ts';
import type { spaceChange } from '../inputs.ts';
import { events, reach, type SpaceChanged } from '../spaces.ts';
import { appendFact } from './append-fact.ts';
import { holdSpace } from './hold-space.ts';
import { mayModerate, mayWiden } from './may.ts';
import { spaces } from './tables.ts';

/**
 * Changes the settings of a space. Opening it to more readers is for administrators: what was said to few stays so. When
 * fewer may read it, the sockets hear so and take out who may no longer. Refuses not-allowed (`no-mandate` for a lead that one
 * does not speak for, `widening`), conflict `space-archived`.
 */
export async function changeSpace(
  actor: Actor,
  { spaceId, ...input }: v.InferOutput<typeof spaceChange>
): Promise<void> {
  const member = mustBeSignedIn(actor);
  if (!input.countries.every(isCountry)) throw new Refusal('invalid', 'country', 'countries');
  const narrowed = await atomic(async (tx) => {
    const space = await holdSpace(tx, actor, spaceId);
    if (!mayModerate(actor, space)) throw new Refusal('not-allowed');
    const lead = input.leadOrganisationId;
    if (lead && lead !== space.leadOrganisation?.id && !member.administrator)
      await readAct(actor, lead, 'speak', tx);
    if (reach(input.visibility) > reach(space.visibility) && !mayWiden(actor))
      throw new Refusal('not-allowed', 'widening', 'visibility');
    const joining = input.visibility === 'restricted' ? 'invitation' : (input.joining ?? space.joining);
    const observersSpeak = input.observersSpeak ?? space.observersSpeak;
    await tx
      .update(spaces)
      .set({ ...input, joining, observersSpeak })
      .where(eq(spaces.id, spaceId));
    await noteWritten(tx, 'space', spaceId);
    await appendFact(tx, member, events.changed, spaceId, {
      text: JSON.stringify([input.titles, input.purposes]),
      detail: {
        visibility: input.visibility,
        joining,
        observersSpeak,
        kind: input.kind,
        lead,
        countries: input.countries.join(' '),
        regions: input.regions.join(' ')
      }
    });
    return reach(input.visibility) < reach(space.visibility);
  });
  announce<SpaceChanged>({ name: events.changed, rooms: [], payload: { spaceId, narrowed } });
}
