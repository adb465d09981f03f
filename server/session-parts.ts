/**
 * What the room of a session is put together from, in the order in which the parts stand above one another: so they are opened, left,
 * closed and written into the record. A slice adds its part with one line here, and its panel in src/routes/sessions/[id]/panels.ts.
 */
import { attendancePart } from '#features/attendance/server/part.ts';
import { answeredPart, ballotsPart } from '#features/ballots/server/part.ts';
import { headsPart } from '#features/attendance/server/heads-part.ts';
import { hoursPart } from '#features/attendance/server/hours-part.ts';
import { floorPart } from '#features/floor/server/part.ts';
import { lessonsPart } from '#features/outcomes/server/lessons-part.ts';
import { minutesPart } from '#features/outcomes/server/minutes-part.ts';
import { outcomesPart } from '#features/outcomes/server/part.ts';
import { presidingPart } from '#features/floor/server/presiding-part.ts';
import { questionsPart, votesPart } from '#features/questions/server/part.ts';
import { textPart } from '#features/outcomes/server/text-part.ts';
import { recordPart } from '#features/records/server/part.ts';
import { registrationPart } from '#features/registration/server/part.ts';
import { agendaPart } from '#features/sessions/server/agenda-part.ts';
import { planningPart } from '#features/sessions/server/planning-part.ts';
import { putTogether } from '#features/sessions/server/list-parts.ts';
import { remarksPart } from '#features/statements/server/remarks-part.ts';
import { statementsPart } from '#features/statements/server/part.ts';
import { windowPart } from '#features/statements/server/window-part.ts';

putTogether([
  agendaPart,
  planningPart,
  registrationPart,
  attendancePart,
  headsPart,
  hoursPart,
  floorPart,
  ballotsPart,
  answeredPart,
  presidingPart,
  questionsPart,
  votesPart,
  windowPart,
  statementsPart,
  remarksPart,
  outcomesPart,
  minutesPart,
  lessonsPart,
  textPart,
  recordPart
]);
