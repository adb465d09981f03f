import type { IncomingMessage } from 'node:http';
import { readAct } from '#features/people/server/read-act.ts';
import { readActor } from '#features/people/server/read-actor.ts';
import { tokenFromHeader } from '#features/people/server/cookie.ts';
import type { Act, Actor } from '#features/people/people.ts';
import { isId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { limit } from '#lib/server/limits.ts';
import { addressOf, isSecure } from '../origin.ts';
import { keepers, type DocumentRole, type Keeper } from './kinds.ts';

/** With what someone came in: read again whenever their access may have changed. */
export interface Pass {
  keeper: Keeper;
  id: string;
  token: string | undefined;
  actor: Actor;
  role: DocumentRole;
  /** In whose name they edit, as of now; null for those who only read. */
  act: Act | null;
  capacity: string;
  generation: string | null;
  wantsAcknowledgements: boolean;
  /** How others see them; the only truth about it, whatever their client says. */
  user: Record<string, unknown>;
}

/** Colours for carets; the page has a class for each, so that a colour never stands without a name. */
const colours = ['#7b3fa0', '#0b6e99', '#a8430f', '#256b3e', '#8a3a6b', '#5a5f00', '#2f4fb5', '#8a1f2d'];

/** Reads who asks for which document and whether they may; throws a Refusal whose code becomes the close code. */
export async function admit(request: IncomingMessage): Promise<Pass> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const [, , kind, id = '', ...rest] = pathname.split('/');
  const token = tokenFromHeader(request.headers.cookie, isSecure(request.headers));
  const actor = await readActor(token);
  await limit('document-join', actor.kind === 'member' ? actor.personId : addressOf(request), 240, 60);
  // Without a sign-in nobody learns which documents exist.
  const missing = new Refusal(actor.kind === 'guest' ? 'not-signed-in' : 'not-found');
  const keeper = Object.hasOwn(keepers, kind) ? keepers[kind] : undefined;
  if (!keeper || !isId(id) || rest.length > 0) throw missing;
  const role = await keeper.may(actor, id);
  if (role === 'none') throw missing;
  if (searchParams.get('schema') !== String(keeper.schemaVersion))
    throw new Refusal('conflict', 'outdated-editor');
  const capacity = searchParams.get('capacity') ?? 'personal';
  const act = role === 'edit' ? await readAct(actor, capacity) : null;
  return {
    keeper,
    id,
    token,
    actor,
    role,
    act,
    capacity,
    generation: searchParams.get('generation'),
    wantsAcknowledgements: searchParams.get('ack') === '1',
    user: describe(actor, act)
  };
}

/** Reads the same again. Throws a Refusal when they may no longer do what they came in to do. */
export async function admitAgain(pass: Pass): Promise<void> {
  const actor = await readActor(pass.token);
  if (pass.actor.kind === 'member' && actor.kind === 'guest') throw new Refusal('not-signed-in');
  const role = await pass.keeper.may(actor, pass.id);
  if (role === 'none' || (pass.role === 'edit' && role !== 'edit'))
    throw new Refusal('not-allowed', 'access-ended');
  if (pass.act) await readAct(actor, pass.capacity);
}

/** Who is counted together: a person with all their sockets, or the address of a guest. */
export const whoIs = (pass: Pass, request: IncomingMessage): string =>
  pass.actor.kind === 'member' ? pass.actor.personId : addressOf(request);

function describe(actor: Actor, act: Act | null): Record<string, unknown> {
  if (actor.kind !== 'member') return {};
  const group = act?.organisationId ?? actor.personId;
  const shade =
    [...group].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) % colours.length;
  const organisation = act
    ? act.organisation
    : (actor.capacities.find((choice) => choice.value === actor.actingAs)?.organisation ?? null);
  return {
    name: actor.name,
    organisation,
    country: act?.country ?? actor.country,
    color: colours[shade],
    shade,
    writes: act !== null
  };
}
