import { settings } from '#lib/server/env.ts';
import { targetsIn, type Target } from '../links.ts';

/** What a text points at, by addresses of ours: without a host, or at the origin that this house is reached by. */
export function readTargets(text: string): Target[] {
  const { publicOrigin, port } = settings();
  return targetsIn(text, publicOrigin ?? `http://localhost:${port}`);
}
