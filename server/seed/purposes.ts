import { acceptAnswer } from '#features/forum/server/accept-answer.ts';
import { postReply } from '#features/forum/server/post-reply.ts';
import { setTags } from '#features/forum/server/set-tags.ts';
import { shareExperience } from '#features/forum/server/share-experience.ts';
import { startThread } from '#features/forum/server/start-thread.ts';
import { escalateRequest } from '#features/forum/server/support/escalate-request.ts';
import { nameDesk } from '#features/forum/server/support/name-desk.ts';
import type { Region } from '#lib/vocab/codes.ts';
import type { NewPurpose } from '#features/forum/inputs.ts';
import { newId } from '#lib/id.ts';
import * as text from './texts/purposes.ts';
import { typeset } from './texts/text.ts';
import { before, capacityOf, day, hour, personOf, type World } from './world.ts';

const forum = 'health-financing-west-africa';

/** A thread of each purpose, with what comes of it, in the public forum; tags on the threads that are there. */
export async function seedPurposes(
  world: World,
  spaces: Map<string, string>,
  threads: Map<string, string>
): Promise<void> {
  const spaceId = spaces.get(forum)!;
  const at = (hoursAgo: number) => ({ at: before(world.now, hoursAgo * hour) });
  const begin = (
    { by, title, body, hoursAgo }: { by: string; title: string; body: string; hoursAgo: number },
    of: NewPurpose,
    lang = 'fr'
  ) =>
    startThread(
      personOf(world, by),
      {
        spaceId,
        postId: newId(),
        title: typeset(lang, title),
        body: typeset(lang, body),
        capacity: capacityOf(world, by),
        ...of
      },
      at(hoursAgo)
    );
  const say = (threadId: string, { by, body, hoursAgo }: { by: string; body: string; hoursAgo: number }) =>
    postReply(
      personOf(world, by),
      { id: newId(), threadId, body, quoted: null, capacity: capacityOf(world, by) },
      at(hoursAgo)
    );

  for (const { level, place, organisation } of text.desks)
    await nameDesk(
      personOf(world, 'admin'),
      {
        level,
        country: level === 'country' ? place : undefined,
        region: level === 'regional' ? (place as Region) : undefined,
        organisation
      },
      at(900)
    );
  await seedRequests(world, begin, say, at);
  await seedCall(world, begin, threads, at);
  await seedQuestion(world, begin, say, at);
  await begin(text.announcement, {
    purpose: 'announcement',
    pinnedUntil: new Date(world.now.getTime() + text.announcement.pinnedDays * day)
  });
  for (const [title, tags] of text.tags) {
    const [, threadId] = [...threads].find(([one]) => one.startsWith(title))!;
    await setTags(personOf(world, 'ministry.sn'), {
      threadId,
      freeTags: tags.filter((tag) => !tag.includes(':')),
      tags
    });
  }
}

type Begin = (
  of: { by: string; title: string; body: string; hoursAgo: number },
  purpose: NewPurpose,
  lang?: string
) => Promise<{ id: string }>;
type Say = (threadId: string, of: { by: string; body: string; hoursAgo: number }) => Promise<{ id: string }>;
type At = (hoursAgo: number) => { at: Date };

async function seedRequests(world: World, begin: Begin, say: Say, at: At): Promise<void> {
  const { sentOn, answer } = text.request;
  const { id } = await begin(text.request, { purpose: 'support', tags: ['axis:financing'] }, 'pt');
  await escalateRequest(
    personOf(world, sentOn.by),
    { threadId: id, reason: sentOn.reason },
    at(sentOn.hoursAgo)
  );
  await say(id, answer);
  await begin(text.waiting, { purpose: 'support', supportKind: 'long_term' }, 'en');
}

async function seedCall(world: World, begin: Begin, threads: Map<string, string>, at: At): Promise<void> {
  const [, long] = [...threads].find(([title]) => title.startsWith('Gratuité ciblée'))!;
  const body = text.callBody.replace('THREAD', `/threads/${long}?post=13`);
  const { id } = await begin(
    { by: 'secretariat', title: text.callTitle, body, hoursAgo: 168 },
    { purpose: 'call', tags: ['block:health_financing', 'axis:financing'] }
  );
  for (const { by, personal, hoursAgo, ...told } of text.experiences)
    await shareExperience(
      personOf(world, by),
      { ...told, id: newId(), threadId: id, capacity: capacityOf(world, by, personal) },
      at(hoursAgo)
    );
}

async function seedQuestion(world: World, begin: Begin, say: Say, at: At): Promise<void> {
  const { id } = await begin(text.question, { purpose: 'question', tags: ['axis:financing'] });
  let last = '';
  for (const one of text.question.replies) last = (await say(id, one)).id;
  await acceptAnswer(
    personOf(world, text.question.by),
    { threadId: id, postId: last },
    at(text.question.acceptedHoursAgo)
  );
}
