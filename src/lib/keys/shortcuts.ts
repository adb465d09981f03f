/** The keyboard of Palabre, one list for the keys themselves, the sheet that explains them and the page without scripts. */
export const shortcuts = [
  { id: 'help', keys: ['?'], where: 'everywhere' },
  { id: 'search', keys: ['/'], where: 'everywhere' },
  { id: 'home', keys: ['g', 'h'], where: 'everywhere' },
  { id: 'forums', keys: ['g', 'f'], where: 'everywhere' },
  { id: 'sessions', keys: ['g', 's'], where: 'everywhere' },
  { id: 'briefs', keys: ['g', 'b'], where: 'everywhere' },
  { id: 'lessons', keys: ['g', 'l'], where: 'everywhere' },
  { id: 'notifications', keys: ['g', 'n'], where: 'everywhere' },
  { id: 'next', keys: ['j'], where: 'lists' },
  { id: 'previous', keys: ['k'], where: 'lists' },
  { id: 'unread', keys: ['u'], where: 'thread' },
  { id: 'last', keys: ['e'], where: 'thread' },
  { id: 'reply', keys: ['r'], where: 'thread' },
  { id: 'quote', keys: ['q'], where: 'thread' },
  { id: 'floor', keys: ['f'], where: 'session' },
  { id: 'speakers', keys: ['s'], where: 'session' },
  { id: 'agenda', keys: ['a'], where: 'session' },
  { id: 'chair', keys: ['c'], where: 'session' },
  { id: 'ballot', keys: ['v'], where: 'session' },
  { id: 'questions', keys: ['i'], where: 'session' },
  { id: 'statements', keys: ['w'], where: 'session' },
  { id: 'minutes', keys: ['m'], where: 'session' }
] as const;

export type ShortcutId = (typeof shortcuts)[number]['id'];
export const shortcutPlaces = ['everywhere', 'lists', 'thread', 'session'] as const;

/** How long after the first key of two the second one counts, in milliseconds. */
export const secondKeyMs = 1500;

/**
 * The letter that a press means, whatever the layout: on an Arabic or Cyrillic keyboard the key where J stands is J.
 * null for what is no single sign.
 */
export function signOf({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string | null {
  if (/^[!-~]$/.test(key)) return key.toLowerCase();
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  return letter && [...key].length === 1 ? letter.toLowerCase() : null;
}

/** What the signs pressed so far come to: a shortcut, the beginning of one, or nothing. */
export function matchKeys(pressed: string[]): { id: ShortcutId } | 'begun' | null {
  const begins = shortcuts.filter(({ keys }) => pressed.every((sign, at) => keys[at] === sign));
  const whole = begins.find(({ keys }) => keys.length === pressed.length);
  return whole ? { id: whole.id } : begins.length > 0 ? 'begun' : null;
}

/** Whether a press is for a shortcut at all: not while someone writes or chooses, nor together with a modifier. */
export const isPlain = (event: KeyboardEvent): boolean =>
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey &&
  !event.defaultPrevented &&
  !(
    event.target instanceof HTMLElement &&
    (event.target.isContentEditable ||
      event.target.closest('input, textarea, select, dialog, [role="listbox"]'))
  );
