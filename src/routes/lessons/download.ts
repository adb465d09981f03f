import type { RequestEvent } from '@sveltejs/kit';
import { readSelection, type Selection } from '#features/lessons/selection.ts';
import type { Actor } from '#features/people/people.ts';
import { limit } from '#lib/server/limits.ts';
import { page } from '../answer.ts';

/** Answers with a selection of lessons as a file, sent while it is read; a reader who leaves stops the reading. */
export function download(
  event: RequestEvent,
  name: string,
  type: string,
  write: (actor: Actor, selection: Selection) => AsyncGenerator<string>
): Promise<Response> {
  return page(event, async () => {
    const { actor } = event.locals;
    await limit(
      'lessons.download',
      actor.kind === 'member' ? actor.personId : event.getClientAddress(),
      60,
      60
    );
    const chunks = write(actor, readSelection(event.url.searchParams));
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      async cancel() {
        await chunks.return(undefined);
      }
    });
    const headers = new Headers({
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-cache',
      vary: 'accept-encoding'
    });
    if (!/\bgzip\b/.test(event.request.headers.get('accept-encoding') ?? ''))
      return new Response(body, { headers });
    // Compressed as it goes: the hook that compresses pages would first gather all of it in memory.
    headers.set('content-encoding', 'gzip');
    return new Response(
      body.pipeThrough(
        new CompressionStream('gzip') as ReadableWritablePair<Uint8Array<ArrayBuffer>, Uint8Array>
      ),
      { headers }
    );
  });
}
