import { previewed } from '#features/forum/inputs.ts';
import { previewText } from '#features/forum/server/preview.ts';
import { exchange } from '../answer.ts';
import type { RequestHandler } from './$types.js';

export const POST: RequestHandler = async (event) =>
  exchange(event, previewed, await event.request.json().catch(() => null), (input) =>
    previewText(event.locals.actor, input)
  );
