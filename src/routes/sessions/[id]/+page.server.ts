import { listLessonsFrom } from '#features/lessons/server/list-lessons.ts';
import { readRecord } from '#features/records/server/read-record.ts';
import { readRoom } from '#features/sessions/server/read-room.ts';
import { readSession } from '#features/sessions/server/read-session.ts';
import { readWritten } from '#features/statements/server/read-written.ts';
import { page } from '../../answer.ts';
import { editionIn } from './edition.ts';
import { readMentions } from '../../links/mentions.ts';
import { attendanceActions } from './attendance-actions.ts';
import { ballotActions } from './ballot-actions.ts';
import { chairActions } from './chair-actions.ts';
import { floorActions } from './floor-actions.ts';
import { outcomeActions } from './outcome-actions.ts';
import { questionActions } from './question-actions.ts';
import { recordActions } from './record-actions.ts';
import { planningActions } from './planning-actions.ts';
import { registrationActions } from './registration-actions.ts';
import { sessionActions } from './session-actions.ts';
import { statementActions } from './statement-actions.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const { actor } = event.locals;
    const { id } = event.params;
    const { session } = await readSession(actor, id);
    const lessons = await listLessonsFrom(actor, 'session', id);
    const mentions = await readMentions(actor, { kind: 'session', id });
    const edition = editionIn(event.url);
    // A closed session is its record, what was learned from it and who speaks of it; nothing else is read for it.
    return session.phase === 'closed'
      ? {
          lessons,
          mentions,
          live: null,
          closed: await readRecord(actor, id, edition),
          written: await readWritten(actor, id)
        }
      : { lessons, mentions, live: await readRoom(actor, id), closed: null, written: null };
  });

export const actions = {
  ...sessionActions,
  ...registrationActions,
  ...recordActions,
  ...planningActions,
  ...attendanceActions,
  ...floorActions,
  ...ballotActions,
  ...chairActions,
  ...questionActions,
  ...statementActions,
  ...outcomeActions
};
