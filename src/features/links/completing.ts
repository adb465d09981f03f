import { mount, unmount } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { trigger } from './suggestion.ts';

/**
 * Offers what `#` points at and whom `@` means while one types in a field. What does it is fetched with the first such
 * sign; before that the field only listens. Without scripts one writes or pastes the address.
 */
export const completing: Attachment<HTMLTextAreaElement> = (field) => {
  let end: (() => void) | undefined;
  let gone = false;
  const look = async () => {
    if (!trigger.test(field.value.slice(0, field.selectionStart))) return;
    field.removeEventListener('input', look);
    const { default: Completion } = await import('./Completion.svelte');
    if (gone) return;
    // Beside the label, not in it: what is offered is no part of the field's name.
    const target = document.createElement('div');
    (field.closest('label') ?? field).after(target);
    const part = mount(Completion, { target, props: { field } });
    end = () => {
      void unmount(part);
      target.remove();
    };
  };
  field.addEventListener('input', look);
  // On a slow line one was writing before this listened.
  if (field === document.activeElement) void look();
  return () => {
    gone = true;
    field.removeEventListener('input', look);
    end?.();
  };
};
