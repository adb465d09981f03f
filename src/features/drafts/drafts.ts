/**
 * What someone is writing and has not posted: theirs alone, the same on every device. A place says where it will stand:
 * `reply:THREAD`, `thread:SPACE`, `edit:POST`; one draft a person and place.
 */

/** Lengths in characters; a draft may be longer than what may be posted: it is kept, and then shortened. */
export const limits = {
  perPerson: 100,
  fields: 60,
  length: 200_000,
  files: 10,
  savesPerMinute: 150
} as const;

export const events = { draftChanged: 'draft.changed' } as const;

/** The fields of the form by name, and the ids of the files that it would attach. */
export interface DraftContent {
  fields: Record<string, string>;
  files: string[];
}

export interface DraftView extends DraftContent {
  place: string;
  /** Grows with every save; whoever saves says which one they had seen. */
  revision: number;
  /** ISO 8601, UTC. */
  at: string;
}

/** A hint to the person's other devices; revision 0: it was posted or thrown away. */
export interface DraftEvent {
  room: string;
  place: string;
  revision: number;
}

export const personRoom = (personId: string) => `person:${personId}`;
export const draftAddress = (place: string) => `/drafts/${place}`;

/** What one chose beside what one wrote: alone it is no draft. */
const chosen = new Set(['capacity', 'quoted', 'lang', 'purpose', 'kind', 'postId', 'revision']);

export const isEmptyDraft = ({ fields, files }: DraftContent): boolean =>
  files.length === 0 && Object.entries(fields).every(([name, value]) => chosen.has(name) || !value.trim());

/** Whether two drafts say the same: choices that nobody made do not tell them apart. */
export function sameDraft(one: DraftContent | null, other: DraftContent | null): boolean {
  const said = (draft: DraftContent | null) =>
    JSON.stringify([
      Object.entries(draft?.fields ?? {})
        .filter(([name, value]) => value && name !== 'capacity')
        .sort(([a], [b]) => a.localeCompare(b)),
      draft?.files ?? []
    ]);
  return said(one) === said(other);
}
