/** Asks the running house as one of the people of the matrix, and reads what came back as a whole. */
import { request } from 'node:http';
import type { ActRule } from './act.ts';
import type { ActorName, People } from './people.ts';
import { blanked, type Place } from './places.ts';

export interface Answer {
  status: number;
  location: string;
  /** Status, headers and body as one text: where a canary may be. */
  whole: string;
  body: string;
}

export type Ask = (
  actor: ActorName | string,
  path: string,
  of?: { method?: string; fields?: Record<string, string | string[]>; json?: unknown; accept?: string }
) => Promise<Answer>;

/** One connection a request, each with the sign-in of its asker. */
export function askerAt(origin: string, people: People): Ask {
  const { hostname, port } = new URL(origin);
  return (actor, path, { method, fields, json, accept = 'text/html' } = {}) => {
    const token = actor === 'guest' ? null : (people[actor as 'member'] ?? { token: actor }).token;
    const body = fields ? encoded(fields) : json === undefined ? undefined : JSON.stringify(json);
    const headers: Record<string, string> = { origin, host: `${hostname}:${port}`, accept };
    if (token) headers.cookie = `palabre_sign_in=${token}`;
    if (body !== undefined) {
      headers['content-type'] = fields ? 'application/x-www-form-urlencoded' : 'application/json';
      headers['content-length'] = String(Buffer.byteLength(body));
    }
    return new Promise((answered, failed) => {
      const asked = request(
        { hostname, port, path, method: method ?? (body === undefined ? 'GET' : 'POST'), headers },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('error', failed);
          response.on('end', () => {
            const text = Buffer.concat(parts).toString('utf8');
            const { statusCode: status = 0, rawHeaders } = response;
            answered({
              status,
              location: response.headers.location ?? '',
              body: text,
              whole: `${status}\n${rawHeaders.join('\n')}\n\n${text}`
            });
          });
        }
      );
      asked.on('error', failed);
      asked.end(body);
    });
  };
}

function encoded(fields: Record<string, string | string[]>): string {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) form.append(name, one);
  return form.toString();
}

/** Sends an act to where `at` says, about what `about` holds. */
export function send(
  ask: Ask,
  door: string,
  rule: ActRule,
  actor: ActorName | keyof People,
  at: Place,
  about = at
): Promise<Answer> {
  const [method] = door.split(' ');
  const path = rule.at(at).replace(/\?\/default$/, '');
  const fields = rule.fields(about);
  if (door.startsWith('PUT /drafts'))
    return ask(actor, path, {
      method,
      json: { fields: { body: 'mine' }, files: [fields.file].flat(), base: 0 }
    });
  if (door === 'POST /sessions/[id]/lessons') return ask(actor, path, { method, json: fields });
  if (method === 'DELETE' || door === 'POST /files') return ask(actor, path, { method, fields: {} });
  return ask(actor, path, { method, fields });
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** An answer without what must differ between two askings: ids in it, moments, hashes of the script that holds them. */
export function comparable({ whole }: Answer, ...places: Place[]): string {
  let text = whole;
  for (const place of places) text = blanked(text, place);
  return text
    .replace(uuid, 'ID')
    .replace(/\b\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'MOMENT')
    .replace(/127\.0\.0\.1:\d+/g, 'HOST')
    .replace(/sha256-[\w+/=]+/g, 'HASH')
    .replace(/\n(date|last-modified|content-length|etag)\n[^\n]*/gi, '')
    .replace(/__sveltekit_\w+/g, 'CLIENT');
}

/** Runs `work` over `all`, a few at a time: the process has one thread, a wait costs nothing. */
export async function each<T>(
  all: readonly T[],
  work: (one: T) => Promise<void>,
  atOnce = 12
): Promise<void> {
  const waiting = [...all];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one);
    })
  );
}

/** Where two texts part, for the sentence of a failure. */
export function parting(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return `…${one.slice(Math.max(0, at - 60), at + 80)}… / …${other.slice(Math.max(0, at - 60), at + 80)}…`;
}
