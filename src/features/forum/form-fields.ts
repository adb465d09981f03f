/**
 * The fields of a form as a draft keeps them, whatever they are: what a form gains later is kept without a word here. The
 * ids and numbers that a page made for itself are not what somebody wrote.
 */
const own = new Set(['id', 'postId', 'threadId', 'draft', 'place', 'to', 'file', 'attachments[]']);

export function readFields(form: HTMLFormElement): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of new FormData(form))
    if (!own.has(name) && typeof value === 'string')
      fields[name] = name in fields ? `${fields[name]}\n${value}` : value;
  return fields;
}

/** Puts them back, and says so to whoever listens to the fields; what the draft does not know becomes empty. */
export function writeFields(form: HTMLFormElement, fields: Record<string, string>): void {
  for (const field of form.elements) {
    if (!(
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
    ))
      continue;
    if (!field.name || own.has(field.name)) continue;
    if (field instanceof HTMLInputElement && field.type === 'hidden' && !(field.name in fields)) continue;
    const value = fields[field.name] ?? '';
    const ticks = field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type);
    if (ticks) field.checked = value.split('\n').includes(field.value);
    else if (field instanceof HTMLSelectElement && !value && field.name === 'capacity') continue;
    else field.value = value;
    field.dispatchEvent(
      new Event(ticks || field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true })
    );
  }
}
