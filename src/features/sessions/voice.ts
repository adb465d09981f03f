import { m } from '#lib/paraglide/messages.js';
import type { Voice } from './session.svelte.ts';
import { agendaKey, type AgendaState } from './sessions.ts';

export const agendaVoice: Voice<AgendaState> = {
  part: agendaKey,
  changed: (after, before) =>
    after.phase === 'closed' && before.phase !== 'closed' ? m.session_closed_now() : undefined
};
