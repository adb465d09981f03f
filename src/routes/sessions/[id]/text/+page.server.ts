import { readBrief } from '#features/briefs/server/read-brief.ts';
import { textKey, type ShownText } from '#features/outcomes/text.ts';
import { readRoom } from '#features/sessions/server/read-room.ts';
import { page } from '../../../answer.ts';
import { floorActions } from '../floor-actions.ts';
import type { PageServerLoad } from './$types.js';

/** The text that the room has before it, as its reader may read or write it, and the room beside it. */
export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const { actor } = event.locals;
    const live = await readRoom(actor, event.params.id);
    const shown = live.room.wholes[textKey.name] as ShownText | null;
    return { live, brief: shown ? await readBrief(actor, shown.brief) : null };
  });

export const actions = { ...floorActions };
