import type * as v from 'valibot';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn, readAct } from '#features/people/server/read-act.ts';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic, isUniqueViolation } from '#lib/server/db.ts';
import { noteWritten } from '#lib/server/written.ts';
import { isCountry } from '#lib/vocab/countries.ts';
import type { newSpace } from '../inputs.ts';
import { events } from '../spaces.ts';
import { appendFact } from './append-fact.ts';
import { mayStartSpace } from './may.ts';
import { spaceMembers, spaces, spaceTexts } from './tables.ts';

/** Addresses that mean something else under /forums. */
const taken = ['new'];

/** Opens a space; who opens it moderates it. Refuses not-allowed, or conflict when the slug is taken. */
export async function startSpace(
  actor: Actor,
  { rules = {}, ...input }: v.InferOutput<typeof newSpace>,
  illustrative = false
): Promise<{ id: string; slug: string }> {
  const member = mustBeSignedIn(actor);
  if (!mayStartSpace(actor)) throw new Refusal('not-allowed', 'needs-mandate');
  // "Led by" is a claim about an organisation: only who speaks for it makes it; an administrator records it.
  if (input.leadOrganisationId && !member.administrator) await readAct(actor, input.leadOrganisationId);
  if (!input.countries.every(isCountry)) throw new Refusal('invalid', 'country', 'countries');
  if (!input.slug) throw new Refusal('invalid', 'slug', 'slug');
  if (taken.includes(input.slug)) throw new Refusal('conflict', 'slug-taken', 'slug');
  const id = newId();
  const createdAt = new Date();
  const by = member.personId;
  const restricted = input.visibility === 'restricted';
  // "This address is taken" would tell that a restricted space of that name exists: theirs cannot be met by chance.
  const slug = restricted && !illustrative ? `${input.slug.slice(0, 60)}-${newId().slice(-8)}` : input.slug;
  const row = {
    ...input,
    id,
    slug,
    joining: restricted ? ('invitation' as const) : (input.joining ?? 'open'),
    observersSpeak: input.observersSpeak ?? false,
    illustrative,
    createdBy: by,
    createdAt
  };
  try {
    await atomic(async (tx) => {
      await tx.insert(spaces).values(row);
      const written = Object.keys(rules).length > 0;
      if (written)
        await tx
          .insert(spaceTexts)
          .values({ spaceId: id, kind: 'rules', number: 1, texts: rules, writtenBy: by, createdAt });
      const place = { spaceId: id, personId: by, role: 'moderator' as const, addedBy: by, createdAt };
      await tx.insert(spaceMembers).values({ ...place, rulesAccepted: written ? 1 : null });
      await noteWritten(tx, 'space', id);
      await appendFact(tx, member, events.started, id, {
        detail: { kind: row.kind, visibility: row.visibility, joining: row.joining }
      });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refusal('conflict', 'slug-taken', 'slug');
    throw error;
  }
  announce({ name: events.started, rooms: [], payload: { id, slug } });
  return { id, slug };
}
