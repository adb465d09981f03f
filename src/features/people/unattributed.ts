import type { Act } from './people.ts';

/**
 * In place of an act whose author is sealed: under the Chatham House Rule what was said may be used, but neither who said
 * it nor for whom may be told (chathamhouse.org, the Rule as worded in 2002). The name is the Rule's own, in every
 * language, so that a mail, a feed or an export that knows nothing of it still says the right thing.
 */
export const unattributed: Act = {
  personId: 'unattributed',
  personName: 'Chatham House Rule',
  capacity: 'personal',
  organisationId: null,
  organisation: null,
  organisationSlug: null,
  country: null,
  title: null
};

export const isUnattributed = (act: Pick<Act, 'personId'>): boolean => act.personId === unattributed.personId;
