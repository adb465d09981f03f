import * as v from 'valibot';
import { expect, test, vi } from 'vitest';
import { guest } from '#features/people/people.ts';
import { newId } from '#lib/id.ts';
import { atomic } from '#lib/server/db.ts';
import { hub } from '#lib/server/hub.ts';
import { aMember } from '#tests/world.ts';
import { limits } from '../drafts.ts';
import { draftToSave } from '../inputs.ts';
import { clearDraft } from './append-draft.ts';
import { listDrafts, readDraft } from './read-draft.ts';
import { removeDraft } from './remove-draft.ts';
import { saveDraft } from './save-draft.ts';

const aPlace = () => `reply:${newId()}`;
const draft = (place: string, body: string, base = 0, files: string[] = []) => ({
  place,
  fields: { body, capacity: 'personal' },
  files,
  base
});

test('what someone writes on one device is on the other, and the other hears of it', async () => {
  const awa = await aMember();
  const place = aPlace();
  const emit = vi.spyOn(hub(), 'emit');
  await saveDraft(awa, draft(place, 'Half a'));
  await saveDraft(awa, draft(place, 'Half a sentence', 1));
  expect(await readDraft(awa, place)).toMatchObject({
    fields: { body: 'Half a sentence', capacity: 'personal' },
    revision: 2
  });
  const room = `person:${awa.personId}`;
  expect(emit).toHaveBeenLastCalledWith(room, 'draft.changed', { room, place, revision: 2 });
  emit.mockRestore();
});

test('nobody reads, lists, changes or throws away another’s draft', async () => {
  const [awa, moussa] = [await aMember(), await aMember()];
  const place = aPlace();
  await saveDraft(awa, draft(place, 'Mine'));
  await saveDraft(moussa, draft(place, 'His own'));
  await removeDraft(moussa, { place });
  expect([await readDraft(moussa, place), await readDraft(guest, place)]).toEqual([null, null]);
  expect(await listDrafts(moussa)).toEqual([]);
  expect(await readDraft(awa, place)).toMatchObject({ fields: { body: 'Mine' } });
  await expect(saveDraft(guest, draft(place, 'x'))).rejects.toMatchObject({ code: 'not-signed-in' });
});

test('two devices that wrote at once: the second is shown the first, and nothing is written over', async () => {
  const awa = await aMember();
  const place = aPlace();
  await saveDraft(awa, draft(place, 'Begun'));
  const both = await Promise.all([
    saveDraft(awa, draft(place, 'On the laptop', 1)),
    saveDraft(awa, draft(place, 'On the phone', 1))
  ]);
  const won = both.find((one) => 'saved' in one)!;
  const lost = both.find((one) => 'theirs' in one)!;
  expect('theirs' in lost && lost.theirs).toEqual('saved' in won && won.saved);
  expect(await readDraft(awa, place)).toMatchObject({ revision: 2 });
  // The one who has seen it writes over it.
  expect(await saveDraft(awa, draft(place, 'Both of them', 2))).toMatchObject({ saved: { revision: 3 } });
});

test('the first words on two devices at once do not lose each other either', async () => {
  const awa = await aMember();
  const place = aPlace();
  const both = await Promise.all([
    saveDraft(awa, draft(place, 'Laptop')),
    saveDraft(awa, draft(place, 'Phone'))
  ]);
  const kept = await readDraft(awa, place);
  const told = both.map((one) => ('saved' in one ? one.saved : one.theirs)?.fields.body);
  expect(both.filter((one) => 'theirs' in one)).toHaveLength(1);
  expect(told).toEqual([kept?.fields.body, kept?.fields.body]);
});

test('a save that is sent again changes nothing, and an emptied draft is gone', async () => {
  const awa = await aMember();
  const place = aPlace();
  await saveDraft(awa, draft(place, 'Once'));
  expect(await saveDraft(awa, draft(place, 'Once'))).toMatchObject({ saved: { revision: 1 } });
  expect(await saveDraft(awa, draft(place, '  \n', 1))).toEqual({ saved: null });
  expect(await readDraft(awa, place)).toBeNull();
});

test('posting drops the draft that was posted, not what was written since, nor when posting fails', async () => {
  const awa = await aMember();
  const place = aPlace();
  await saveDraft(awa, draft(place, 'Posted'));
  const failed = atomic(async (tx) => {
    await clearDraft(tx, awa.personId, place, 1);
    throw new Error('the post did not fit');
  });
  await expect(failed).rejects.toThrow('did not fit');
  expect(await readDraft(awa, place)).not.toBeNull();
  await saveDraft(awa, draft(place, 'The next one', 1));
  await atomic((tx) => clearDraft(tx, awa.personId, place, 1));
  expect(await readDraft(awa, place)).toMatchObject({ fields: { body: 'The next one' } });
  await atomic((tx) => clearDraft(tx, awa.personId, place, 2));
  expect(await readDraft(awa, place)).toBeNull();
});

test('a draft longer than a post is kept, one without end is not, and neither is a hundred and first', async () => {
  const fits = (body: string) => v.safeParse(draftToSave, draft(aPlace(), body)).success;
  expect([fits('x'.repeat(60_000)), fits('x'.repeat(limits.length + 1)), fits('\u0000')]).toEqual([
    true,
    false,
    false
  ]);
  for (const place of ['reply', 'reply:../x', ':x', `reply:${'x'.repeat(100)}`])
    expect(v.safeParse(draftToSave, draft(place, 'x')).success).toBe(false);
  const awa = await aMember();
  for (let kept = 0; kept < limits.perPerson; kept += 1) await saveDraft(awa, draft(aPlace(), 'x'));
  await expect(saveDraft(awa, draft(aPlace(), 'x'))).rejects.toMatchObject({ reason: 'too-many-drafts' });
});
