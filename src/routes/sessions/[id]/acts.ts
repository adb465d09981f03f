import { redirect, type RequestEvent } from '@sveltejs/kit';
import type * as v from 'valibot';
import type { Actor } from '#features/people/people.ts';
import { form } from '../../answer.ts';

/** Every act answers by leading back to its page, or to the session: without JavaScript a reload does not send it again. */
export const acts =
  <S extends v.GenericSchema>(
    schema: S,
    verb: (actor: Actor, input: v.InferOutput<S>) => Promise<unknown>,
    to: 'here' | 'session' = 'here'
  ) =>
  (event: RequestEvent) =>
    form(event, schema, async (input) => {
      await verb(event.locals.actor, input);
      redirect(303, to === 'here' ? event.url.pathname : `/sessions/${event.params.id}`);
    });
