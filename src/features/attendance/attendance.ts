import type { DelegationCount } from '#features/sessions/delegations.ts';
import type { Act } from '#features/people/people.ts';
import type { Names } from '#lib/names.ts';
import type { PartKey } from '#features/sessions/parts.ts';

/** Who is here, by delegation. The reader's own: as whom they are here. */
export const attendanceKey: PartKey<DelegationCount[], never, Act | null> = { name: 'attendance' };

/** Attendance in the record: counted, not named. */
export interface AttendanceChapter {
  attendance: {
    people: number;
    registered: number;
    delegations: (Omit<DelegationCount, 'key'> & { organisations: Names[] })[];
  };
}
