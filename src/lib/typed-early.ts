/**
 * On a slow line one reads, types, ticks and opens before the scripts have come, and when they take the page over they set
 * all of it to what the server sent. Called before that, this remembers what differs; what it returns puts it back.
 */
export function typedEarly(page: ParentNode): () => void {
  const fields = [
    ...page.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input:not([type=file]), textarea')
  ];
  const typed = fields
    .map((field) => ({ field, value: field.value, checked: 'checked' in field && field.checked }))
    .filter(
      ({ field, value, checked }) =>
        value !== field.defaultValue || checked !== ('defaultChecked' in field && field.defaultChecked)
    );
  const opened = page.querySelectorAll<HTMLDetailsElement>('details[open]');
  return () => {
    for (const each of opened) each.open = true;
    for (const { field, value, checked } of typed) {
      if (field.value === value && (!('checked' in field) || field.checked === checked)) continue;
      field.value = value;
      if ('checked' in field) field.checked = checked;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  };
}
