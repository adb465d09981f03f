/** One space with one of everything that can stand in it; each text carries a word of its own, a canary. */
import '#server/session-parts.ts';
import { proposeCopy } from '#features/archive/server/propose-copy.ts';
import { grantRole } from '#features/briefs/server/grant-role.ts';
import { nameVersion } from '#features/briefs/server/name-version.ts';
import { publishBrief } from '#features/briefs/server/publish-brief.ts';
import { startBrief } from '#features/briefs/server/start-brief.ts';
import { saveDraft } from '#features/drafts/server/save-draft.ts';
import { keepFile } from '#features/files/server/keep-file.ts';
import { aPdf, sent } from '#features/files/server/test-files.ts';
import { hidePost } from '#features/moderation/server/hide-post.ts';
import { holdRule } from '#features/forum/server/attribution/hold-rule.ts';
import { lockThread } from '#features/moderation/server/lock-thread.ts';
import { movePosts } from '#features/forum/server/moving/move-posts.ts';
import { postReply } from '#features/forum/server/post-reply.ts';
import { shareExperience } from '#features/forum/server/share-experience.ts';
import { startThread } from '#features/forum/server/start-thread.ts';
import { withdrawPost } from '#features/forum/server/withdraw-post.ts';
import { persons } from '#features/people/server/tables.ts';
import { castPosition } from '#features/positions/server/cast-position.ts';
import { closeProposal } from '#features/positions/server/close-proposal.ts';
import { openProposal } from '#features/positions/server/open-proposal.ts';
import { askQuestion } from '#features/questions/server/ask-question.ts';
import { postRemark } from '#features/statements/server/post-remark.ts';
import { openSession } from '#features/sessions/server/open-session.ts';
import { scheduleSession } from '#features/sessions/server/schedule-session.ts';
import { askToJoin } from '#features/spaces/server/ask-to-join.ts';
import { inviteToSpace } from '#features/spaces/server/invite-to-space.ts';
import { startSpace } from '#features/spaces/server/start-space.ts';
import { spaceSuspensions } from '#features/spaces/server/suspension-tables.ts';
import { writeSpaceText } from '#features/spaces/server/write-space-text.ts';
import { removeMember } from '#features/spaces/server/remove-member.ts';
import { follow } from '#features/following/server/follow.ts';
import type { Visibility } from '#features/spaces/spaces.ts';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import { and, eq } from 'drizzle-orm';
import { copyRequests } from '#features/archive/server/tables.ts';
import { joinSpace } from '#tests/world.ts';
import { sessionItems, sessions } from '#features/sessions/server/tables.ts';
import { spaceInvitations, spaceRequests } from '#features/spaces/server/tables.ts';
import { hold } from './held.ts';
import type { People, Person } from './people.ts';
import type { Place } from './places.ts';

const hour = 3_600_000;

/** `zqtitlerestricted`: letters alone, so that a search finds it as one word. */
export const canaryOf = (seen: Visibility, of: string) => `zq${of}${seen}`;

export async function aPlace(people: People, seen: Visibility): Promise<Place> {
  const { admin, author, insider, moderator, observer, suspended, unnamed, lost, member } = people;
  const word = (of: string) => canaryOf(seen, of);
  const { id: spaceId, slug } = await startSpace(admin, {
    slug: `zqslug-${seen}`,
    kind: 'forum',
    titles: { en: `Nurses ${word('forum')}` },
    purposes: { en: `For nurses ${word('purpose')}` },
    countries: ['MW'],
    regions: ['AFR'],
    axis: null,
    topics: ['shared topic', word('topic')],
    visibility: seen,
    joining: seen === 'public' ? 'open' : seen === 'members' ? 'request' : 'invitation',
    leadOrganisationId: null,
    rules: { en: `Be kind ${word('rules')}` }
  });
  for (const one of [author, insider, unnamed, lost]) await joinSpace(one, spaceId);
  await joinSpace(observer, spaceId, 'observer');
  await joinSpace(suspended, spaceId);
  await joinSpace(moderator, spaceId, 'moderator');
  await writeSpaceText(moderator, {
    spaceId,
    kind: 'summary',
    number: 0,
    texts: { en: `Summary ${word('summary')}` }
  });

  const begin = async (of: string, by: Person, more: Record<string, unknown> = {}) =>
    (
      await startThread(by, {
        spaceId,
        postId: newId(),
        title: `Nurses ${word(`${of}title`)}`,
        body: `What held? ${word(`${of}body`)} ${mentions(people)}`,
        capacity: 'personal',
        tags: ['country:MW'],
        freeTags: ['shared tag', word('tag')],
        ...more
      } as Parameters<typeof startThread>[1])
    ).id;
  const reply = async (threadId: string, by: Person, of: string, more: Record<string, unknown> = {}) => {
    const id = newId();
    const input = { id, threadId, body: `Nurses: ${word(of)}`, capacity: 'personal', quoted: null, ...more };
    await postReply(by, input as Parameters<typeof postReply>[1]);
    return id;
  };

  const thread = await begin('thread', author);
  await follow(lost, { kind: 'thread', id: thread, level: 'everything' });
  const pdf = aPdf();
  const { id: file } = await keepFile(insider, { name: `${word('file')}.pdf`, size: pdf.length }, sent(pdf));
  const { id: looseFile } = await keepFile(
    author,
    { name: `${word('loosefile')}.pdf`, size: pdf.length },
    sent(pdf)
  );
  const post = await reply(thread, insider, 'reply', {
    attachments: [file]
  });
  const ownPost = await reply(thread, author, 'own');
  const hidden = await reply(thread, insider, 'hidden');
  const { actId: modAct } = await hidePost(moderator, {
    threadId: thread,
    id: hidden,
    category: 'off-topic',
    reason: word('reason')
  });
  const withdrawn = await reply(thread, insider, 'withdrawn');
  await withdrawPost(insider, { id: withdrawn, threadId: thread, reason: null });
  const waiting = await reply(thread, author, 'waiting', { capacity: people.ministry });
  const draftPlace = `thread:${thread}`;
  await saveDraft(author, { place: draftPlace, fields: { body: word('draft') }, files: [], base: 0 });

  const question = await begin('question', author, { purpose: 'question' });
  const answer = await reply(question, insider, 'answer');
  const call = await begin('call', author, { purpose: 'call' });
  const experience = newId();
  await shareExperience(insider, {
    id: experience,
    threadId: call,
    capacity: 'personal',
    country: 'MW',
    measure: `Pairs ${word('measure')}`,
    year: 2022,
    outcome: 'worked',
    account: `Two a post ${word('account')}`,
    evidence: `Vacancies ${word('evidence')}`,
    contact: `${word('contact')}@sante.example`
  });
  const support =
    seen === 'public'
      ? await begin('support', member, { purpose: 'support', capacity: member.actingAs })
      : thread;

  const ruled = await begin('ruled', author);
  await holdRule(moderator, { threadId: ruled, keeper: `${await emailOf(insider)}` });
  const sealed = await reply(ruled, unnamed, 'sealed');

  const merged = await begin('merged', author);
  const moving = await reply(thread, insider, 'moved');
  await movePosts(moderator, { threadId: thread, postIds: [moving], target: merged });

  const closed = await begin('closed', author);
  await reply(closed, insider, 'closedreply');
  await lockThread(moderator, { threadId: closed, reason: word('closure') });
  const { id: copy } = await proposeCopy(moderator, { threadId: closed });

  const [asked] = await db
    .select()
    .from(copyRequests)
    .where(and(eq(copyRequests.copyId, copy), eq(copyRequests.personId, author.personId)));

  const lines = { type: 'joint_statement', lang: 'en', capacity: 'personal' } as const;
  const { id: brief } = await startBrief(author, {
    ...lines,
    forum: slug,
    title: `Nurses brief ${word('brief')}`,
    targetBody: word('target')
  });
  const { id: version } = await nameVersion(author, brief, { name: word('version'), capacity: 'personal' });
  await publishBrief(author, brief, { capacity: 'personal' });
  const { id: grant } = await grantRole(author, brief, {
    subjectKind: 'person',
    subject: await emailOf(insider),
    role: 'edit'
  });

  const session = await aMeeting('session');
  await openSession(moderator, { session, capacity: 'personal' });
  const held = await aMeeting('held');
  const corrected = await hold(held, { moderator, author }, word);
  const inMeeting = { lang: 'en', capacity: 'personal', id: newId() };
  await askQuestion(author, { ...inMeeting, session, body: `Who signs ${word('asked')}` });
  await postRemark(author, { ...inMeeting, session, body: `The sound is low ${word('remark')}` });
  const [meeting] = await db.select().from(sessions).where(eq(sessions.id, session));
  const [item] = await db.select().from(sessionItems).where(eq(sessionItems.sessionId, session));

  const proposal = await aProposal('proposal');
  const decided = await aProposal('decided');
  await castPosition(author, {
    proposalId: decided,
    id: newId(),
    stance: 'support_with_reservation',
    options: [],
    reservation: `But ${word('reservation')}`,
    explanation: null,
    capacity: 'personal'
  } as unknown as Parameters<typeof castPosition>[1]);
  await closeProposal(moderator, { proposalId: decided, reason: word('early'), capacity: 'personal' });

  await inviteToSpace(moderator, spaceId, {
    kind: 'person',
    email: await emailOf(people.focal),
    role: 'member'
  });
  const [invitation] = await db.select().from(spaceInvitations).where(eq(spaceInvitations.spaceId, spaceId));
  if (seen === 'members') await askToJoin(people.focal, { spaceId, message: word('request'), rules: 1 });
  const [request] = await db.select().from(spaceRequests).where(eq(spaceRequests.spaceId, spaceId));

  await removeMember(moderator, { spaceId, personId: lost.personId });
  await db.insert(spaceSuspensions).values({
    spaceId,
    personId: suspended.personId,
    until: new Date(Date.now() + 24 * hour),
    actId: newId(),
    createdAt: new Date()
  });
  return {
    seen,
    slug,
    spaceId,
    thread,
    post,
    ownPost,
    hidden,
    withdrawn,
    waiting,
    modAct,
    file,
    looseFile,
    draftPlace,
    question,
    answer,
    call,
    experience,
    support,
    ruled,
    sealed,
    merged,
    moving,
    closed,
    copy,
    brief,
    version,
    grant,
    session,
    held,
    series: meeting.seriesId!,
    item: item.id,
    asked: inMeeting.id,
    corrected,
    remark: inMeeting.id,
    turn: newId(),
    proposal,
    decided,
    delegation: newId(),
    invitation: invitation.id,
    request: request?.id ?? newId(),
    copyRequest: asked.id,
    person: insider.personId,
    tag: word('tag')
  };

  async function aMeeting(of: string): Promise<string> {
    const { id } = await scheduleSession(moderator, {
      forum: slug,
      title: `Nurses meet ${word(of)}`,
      lang: 'en',
      kind: 'forum_session',
      timezone: 'UTC',
      audience: 'space',
      place: word('room'),
      startsAt: new Date(Date.now() + hour),
      endsAt: new Date(Date.now() + 2 * hour),
      countries: ['MW'],
      capacity: 'personal',
      newSeries: `Series ${word('series')}`,
      agenda: [{ title: `Item ${word('item')}`, minutes: 8, document: null }]
    } as unknown as Parameters<typeof scheduleSession>[1]);
    return id;
  }

  async function aProposal(of: string): Promise<string> {
    const { id } = await openProposal(moderator, {
      spaceId,
      unattributed: false,
      subjectKind: 'thread',
      subjectId: thread,
      question: `Shall nurses ${word(of)}?`,
      explanation: null,
      method: 'consent',
      multiple: false,
      options: [],
      decides: 'person',
      visible: 'open',
      awaited: false,
      quorum: null,
      timezone: 'UTC',
      eligible: 'members',
      organisations: [],
      countries: [],
      capacity: 'personal',
      opensAt: null,
      closesAt: new Date(Date.now() + 24 * hour)
    });
    return id;
  }
}

const emailOf = async ({ personId }: Person): Promise<string> =>
  (await db.select({ email: persons.email }).from(persons).where(eq(persons.id, personId)))[0].email!;

/** Everyone who could be told, by name and by organisation; some of them may not read where they are mentioned. */
const mentions = ({ member, insider, lost, elsewhere }: People): string =>
  [member, insider, lost, elsewhere].map(({ name, personId }) => `[@${name}](/people/${personId})`).join(' ');
