import { joinSession } from '#features/attendance/server/join-session.ts';
import { leaveSession } from '#features/attendance/server/leave-session.ts';
import { sessionAct, sessionOnly } from '#features/sessions/inputs.ts';
import { acts } from './acts.ts';

export const attendanceActions = {
  attendance: acts(sessionAct, joinSession),
  departure: acts(sessionOnly, leaveSession)
};
