import type { Member } from '#features/people/people.ts';

/** Who set a rule, as the record keeps it: for the organisation that it is about. */
export const settingFor = (member: Member, organisationId: string) => ({
  personId: member.personId,
  capacity: 'organisation' as const,
  organisationId,
  country: member.country
});
