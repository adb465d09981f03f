import type { DecorationAttrs } from '@tiptap/pm/view';
import { nameIn } from '#lib/names.ts';
import type { Writer } from '../commands.ts';

const shadeOf = (user: Partial<Writer>): number =>
  Number.isInteger(user.shade) && user.shade! >= 0 && user.shade! < 8 ? user.shade! : 0;

/** Another's caret: a line, and who it is in words. Colours come from classes, a name stands beside each. */
export function caretOf(user: Partial<Writer>, locale: string): HTMLElement {
  const caret = document.createElement('span');
  caret.className = `caret shade-${shadeOf(user)}`;
  const label = document.createElement('span');
  label.className = 'caret-name';
  label.textContent = [user.name, user.organisation ? nameIn(user.organisation, locale) : '']
    .filter(Boolean)
    .join(' · ');
  caret.append(label);
  return caret;
}

export const selectionOf = (user: Partial<Writer>): DecorationAttrs => ({
  class: `caret-selection shade-${shadeOf(user)}`
});
