import { readCopiesFeed } from '#features/archive/server/read-feed.ts';
import { feedResponse } from '../../feed-response.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = (event) => feedResponse(event, (_, asked) => readCopiesFeed(asked));
