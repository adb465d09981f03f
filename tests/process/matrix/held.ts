/** A session of the matrix that was held and closed, with a statement and a correction that waits. */
import type { Member } from '#features/people/people.ts';
import { closeSession } from '#features/records/server/close-session.ts';
import { proposeAmendment } from '#features/records/server/propose-amendment.ts';
import { openSession } from '#features/sessions/server/open-session.ts';
import { postStatement } from '#features/statements/server/post-statement.ts';
import { newId } from '#lib/id.ts';

/** Returns the id of the correction, which is the author's. */
export async function hold(
  session: string,
  { moderator, author }: { moderator: Member; author: Member },
  word: (of: string) => string
): Promise<string> {
  const common = { session, lang: 'en', capacity: 'personal' };
  await openSession(moderator, common);
  await postStatement(moderator, { ...common, id: newId(), body: `Said ${word('statement')}` });
  await closeSession(moderator, { session });
  const id = newId();
  const text = `We were there ${word('corrected')}`;
  await proposeAmendment(author, { ...common, id, passage: 'record', text });
  return id;
}
