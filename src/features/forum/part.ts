import type { Actor } from '#features/people/people.ts';
import type { ExperiencePage } from './experience-selection.ts';
import type { ThreadView } from './forum.ts';
import type { ThreadLive } from './thread.svelte.ts';

/** What the page of a thread gives to what its purpose adds at the top. */
export interface PartProps {
  view: ThreadView;
  thread: ThreadLive;
  actor: Actor;
  timezone: string;
  /** Of a call: the page of its table, the countries to choose from, and the id of the next experience. */
  call: { page: ExperiencePage; countries: { code: string; name: string }[]; id: string } | null;
  form: {
    refused: string;
    reason: string;
    field: string | null;
    values: Record<string, unknown>;
  } | null;
}
