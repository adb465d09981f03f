import type { Voice } from '#features/sessions/session.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import { outcomesKey, type OutcomeView } from './outcomes.ts';
import { outcomeName } from './words.ts';

/** What was recorded last. Who wrote it hears it too: it says that it stands. */
export const outcomesVoice: Voice<OutcomeView[], OutcomeView> = {
  part: outcomesKey,
  changed(after, before) {
    const latest = after.at(-1);
    return latest && after.length > before.length
      ? m.outcomes_says_recorded({ name: outcomeName(latest.kind, latest.number) })
      : undefined;
  }
};
