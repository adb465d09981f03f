import type { Actor } from '#features/people/people.ts';
import type { LiveSession } from './session.svelte.ts';
import type { SessionRights, SessionView } from './sessions.ts';

/** A form of the page that was refused, with what was typed. */
export interface RefusedForm {
  refused: string;
  reason: string;
  field: string | null;
  values: Record<string, unknown>;
}

/** What a form of this page was refused with, if it was. */
export const refusedOf = (form: Partial<RefusedForm> | null): RefusedForm | null =>
  form?.refused
    ? {
        refused: form.refused,
        reason: form.reason ?? '',
        field: form.field ?? null,
        values: form.values ?? {}
      }
    : null;

/** What every chapter of the record's page gets: the record's fields, what is Markdown in them rendered. */
export interface ChapterView<Fields = unknown> {
  fields: Fields;
  session: { id: string; lang: string };
  timezone: string;
}

/** What every panel of the room gets, and all that it gets. */
export interface PanelView {
  session: SessionView;
  rights: SessionRights;
  live: LiveSession;
  actor: Actor;
  timezone: string;
  refused: RefusedForm | null;
}
