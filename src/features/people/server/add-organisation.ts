import { eq } from 'drizzle-orm';
import type * as v from 'valibot';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic, isUniqueViolation } from '#lib/server/db.ts';
import { noteWritten } from '#lib/server/written.ts';
import { isCountry } from '#lib/vocab/countries.ts';
import { events, type Actor, type organisationInput } from '../people.ts';
import { mayAdminister } from './may.ts';
import { organisations } from './tables.ts';

/** Adds an organisation to the directory, by the name it has in at least one language. */
export async function addOrganisation(
  actor: Actor,
  input: v.InferOutput<typeof organisationInput>
): Promise<{ id: string; slug: string }> {
  if (!mayAdminister(actor)) throw new Refusal('not-found');
  const names = { ...(input.nameEn && { en: input.nameEn }), ...(input.nameFr && { fr: input.nameFr }) };
  if (Object.keys(names).length === 0) throw new Refusal('invalid', 'name-missing', 'nameEn');
  if (input.country && !isCountry(input.country)) throw new Refusal('invalid', 'country', 'country');
  const id = newId();
  try {
    await atomic(async (tx) => {
      if (
        input.parentId &&
        (
          await tx
            .select({ id: organisations.id })
            .from(organisations)
            .where(eq(organisations.id, input.parentId))
        ).length === 0
      )
        throw new Refusal('not-found', 'not-found', 'parentId');
      await tx.insert(organisations).values({
        id,
        slug: input.slug,
        kind: input.kind,
        sector: input.kind === 'ministry' ? (input.sector ?? null) : null,
        names,
        acronym: input.acronym || null,
        country: input.country ?? null,
        parentId: input.parentId ?? null,
        about: {},
        illustrative: false,
        createdAt: new Date()
      });
      await noteWritten(tx, 'organisation', id);
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refusal('conflict', 'slug-taken', 'slug');
    throw error;
  }
  announce({ name: events.organisationAdded, rooms: [], payload: { id, slug: input.slug } });
  return { id, slug: input.slug };
}
