import { tick } from 'svelte';

/**
 * Called before the page changes: while someone writes in `selector`, what appears above it does not push it away from
 * under their eyes. Browsers hold still what one reads by themselves, not what one writes in.
 */
export function holdStill(selector: string): void {
  const focused = typeof document === 'undefined' ? null : document.activeElement?.closest(selector);
  if (!focused) return;
  const before = focused.getBoundingClientRect().top;
  void tick().then(() =>
    scrollBy({ top: focused.getBoundingClientRect().top - before, behavior: 'instant' })
  );
}
