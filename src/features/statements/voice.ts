import type { Voice } from '#features/sessions/session.svelte.ts';
import { whoName } from '#features/sessions/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { statementsKey, type StatementView } from './statements.ts';

export const statementsVoice: Voice<StatementView[], StatementView> = {
  part: statementsKey,
  changed(after, before, locale) {
    const latest = after.at(-1);
    return latest && latest.id !== before.at(-1)?.id
      ? m.session_says_statement({ name: whoName(latest.act, locale) })
      : undefined;
  }
};
