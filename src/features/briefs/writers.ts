import type { Writer } from './commands.ts';

/** How many organisations write now; who writes in a personal capacity counts as one of their own. `own` is this page's. */
export function countOrganisations(
  writers: Writer[],
  own: Record<string, string> | string | undefined
): number {
  const places = new Set(
    writers
      .filter(({ writes }) => writes)
      .map(({ organisation, name }) => JSON.stringify(organisation ?? name))
  );
  if (own !== undefined) places.add(JSON.stringify(own));
  return places.size;
}
