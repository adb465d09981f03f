import { capturedLesson } from '#features/outcomes/captured.ts';
import { captureLesson } from '#features/outcomes/server/capture-lesson.ts';
import { exchange } from '../../../answer.ts';
import { readBeginning } from '../../../lessons/origin.ts';
import type { RequestHandler } from './$types.js';

/** A lesson captured in the room, sent now or when the line is back. Where it comes from is read again, as the one who sends. */
export const POST: RequestHandler = async (event) =>
  exchange(
    event,
    capturedLesson,
    await event.request.json().catch(() => null),
    async ({ statement, ...lesson }) => {
      const { actor } = event.locals;
      const params = new URLSearchParams({ origin: `session:${event.params.id}` });
      if (statement) params.set('statement', statement);
      const beginning = await readBeginning(actor, params);
      return captureLesson(actor, lesson, beginning!.origin);
    }
  );
