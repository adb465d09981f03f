import { applyAction, enhance } from '$app/forms';
import { refreshAll } from '$app/navigation';
import { m } from '#lib/paraglide/messages.js';

/**
 * A form that acts without a new page: scroll stays, and what was typed stays when the line is down. What worked answers
 * with a redirect, which is followed without JavaScript and means "read again" with it.
 */
export const send = (form: HTMLFormElement) => {
  let sending = false;
  const section = form.closest('section');
  return enhance(form, ({ formData, cancel }) => {
    if (sending) return cancel();
    sending = true;
    return async ({ result }) => {
      sending = false;
      if (result.type === 'redirect') {
        await applyAction({ type: 'failure', status: 200, location: location.pathname });
        await refreshAll();
        if (document.activeElement === document.body)
          section?.querySelector<HTMLElement>('button, summary, a, input')?.focus({ preventScroll: true });
      } else if (result.type === 'error') {
        const data = {
          refused: m.positions_not_sent(),
          reason: 'not-sent',
          field: null,
          values: Object.fromEntries(formData)
        };
        await applyAction({ type: 'failure', status: 503, location: location.pathname, data });
      } else await applyAction(result);
    };
  });
};
