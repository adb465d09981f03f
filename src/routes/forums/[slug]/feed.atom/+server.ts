import { readSpaceFeed } from '#features/archive/server/read-feed.ts';
import { feedResponse } from '../../../feed-response.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = (event) =>
  feedResponse(event, (actor, asked) => readSpaceFeed(actor, event.params.slug, asked));
