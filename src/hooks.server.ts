import { sequence, type Handle, type HandleServerError, type ServerInit } from '@sveltejs/kit/hooks';
import { bodies } from './hooks/bodies.ts';
import { guestPages } from './hooks/guest-pages.ts';
import { compress } from './hooks/compress.ts';
import { guard } from './hooks/guard.ts';
import { locale } from './hooks/locale.ts';
import { pageFirst } from './hooks/page-first.ts';
import { whoAsks } from './hooks/who-asks.ts';
import { newId } from '#lib/id.ts';
import { log } from '#lib/server/log.ts';
import { openHouse } from '../server/open-house.ts';

// In development nobody has opened the house before us; in production server/start.ts has, and this returns at once.
export const init: ServerInit = () => openHouse();

export const handle: Handle = sequence(guard, bodies, whoAsks, guestPages, compress, pageFirst, locale);

/** A fault: its cause goes to the log under an id, the reader gets the id and nothing else. */
export const handleError: HandleServerError = (caught) => {
  if (caught.kind === 'app') return caught.error;
  if (caught.kind === 'framework') return { message: caught.error.message };
  const id = newId();
  log.error(
    {
      id,
      route: caught.event.route.id,
      fault: caught.error instanceof Error ? caught.error.stack : String(caught.error)
    },
    'fault'
  );
  return { message: 'fault', id };
};
