import { applyAction, enhance } from '$app/forms';
import { m } from '#lib/paraglide/messages.js';
import { readAgain } from './read-again.ts';

/**
 * A form of a live page: it acts without a new page, and neither focus nor scroll moves. An act that worked answers
 * with a redirect to this page, which is followed without JavaScript and means "read again" with it. When the line
 * is down, what was typed stays in the form and the page says so.
 */
export const act = (form: HTMLFormElement, done?: () => void) => {
  let sending = false;
  // The section outlives the form, which an act may replace by another ("ask" by "withdraw").
  const section = form.closest('section');
  return enhance(form, ({ formData, cancel }) => {
    if (sending) return cancel();
    sending = true;
    return async ({ result }) => {
      sending = false;
      if (result.type === 'redirect') {
        done?.();
        // A failure without a text takes an earlier refusal away; a success would move the focus.
        await applyAction({ type: 'failure', status: 200, location: location.pathname });
        await readAgain();
        if (document.activeElement === document.body)
          section?.querySelector<HTMLElement>('button, summary, a')?.focus({ preventScroll: true });
      } else if (result.type === 'error') {
        const values = Object.fromEntries(formData);
        await applyAction({
          type: 'failure',
          status: 503,
          location: location.pathname,
          data: { refused: m.session_not_sent(), reason: 'not-sent', field: null, values }
        });
      } else await applyAction(result);
    };
  });
};
