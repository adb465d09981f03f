import type { PostView } from './forum.ts';

/** What one quotes of a post: what is selected in it, else all of it, as lines of a Markdown quote. */
export function quoteOf({ number }: PostView): string {
  const prose = document.querySelector(`#post-${number} .prose`);
  const selected = getSelection();
  const chosen = selected && prose?.contains(selected.anchorNode) ? selected.toString() : '';
  const lines = (chosen || (prose?.textContent ?? '')).trim().split('\n');
  return `${lines.map((line) => `> ${line}`).join('\n')}\n\n`;
}
