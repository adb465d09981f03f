import { nameFocalPoint } from '#features/clearance/server/name-focal-point.ts';
import { setClearanceRule } from '#features/clearance/server/set-clearance-rule.ts';
import { postReply } from '#features/forum/server/post-reply.ts';
import { appealAct } from '#features/moderation/server/appeal-act.ts';
import { flagPost } from '#features/moderation/server/flag-post.ts';
import { hidePost } from '#features/moderation/server/hide-post.ts';
import { newId } from '#lib/id.ts';
import { before, capacityOf, hour, organisationOf, personOf, type World } from './world.ts';

/**
 * A ministry whose posts wait, with one that does; two flags in a moderator's queue; a hidden post whose author asks
 * for other eyes.
 */
export async function seedModeration(world: World, threads: Map<string, string>): Promise<void> {
  const threadId = threads.get('Counting those who leave: which register do you trust?')!;
  const reply = (by: string, body: string, hoursAgo: number) =>
    postReply(
      personOf(world, by),
      { id: newId(), threadId, body, quoted: null, capacity: capacityOf(world, by) },
      { at: before(world.now, hoursAgo * hour) }
    );
  const register = await reply(
    'yusuf.idris',
    'Our office can share its list of nurses with an exit visa, names included, with whoever asks.',
    30
  );
  const offer = await reply(
    'henrik.dahl',
    'A firm that I know sells a register that replaces all of these. Write to me for a price.',
    28
  );
  const by = (id: string) => ({ threadId, id });
  await flagPost(personOf(world, 'nurses'), {
    ...by(register.id),
    category: 'confidential',
    words: 'Names of people who leave must not be passed around.'
  });
  await flagPost(personOf(world, 'expert'), {
    ...by(register.id),
    category: 'unauthorised',
    words: null
  });
  const { actId } = await hidePost(personOf(world, 'admin'), {
    ...by(offer.id),
    category: 'advertising',
    reason: 'This forum is not for offers of firms. Please describe the register, and who uses it, instead.'
  });
  await appealAct(personOf(world, 'henrik.dahl'), {
    actId,
    words: 'I have no share in the firm, and two ministries here asked me for its name.'
  });

  const organisationId = organisationOf(world, 'ministry-of-health-ml');
  const admin = personOf(world, 'admin');
  await nameFocalPoint(admin, { organisationId, personId: personOf(world, 'fatoumata.traore').personId });
  await setClearanceRule(admin, {
    organisationId,
    hours: 72,
    atEnd: 'return',
    exemptsFocalPoints: true,
    spaceIds: []
  });
  await postReply(personOf(world, 'amadou.keita'), {
    id: newId(),
    threadId,
    body: 'Notre registre compte 212 départs d’infirmiers en 2025\u202f; le chiffre est provisoire.',
    quoted: null,
    capacity: organisationId
  });
}
