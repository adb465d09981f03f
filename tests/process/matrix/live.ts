/** Live lines and shared documents, as somebody's browser opens them. */
import { io, type Socket } from 'socket.io-client';
import WebSocket from 'ws';
import { SCHEMA_VERSION } from '#features/briefs/briefs.ts';
import type { ActorName, People } from './people.ts';

const cookieOf = (people: People, actor: ActorName): Record<string, string> =>
  actor === 'guest' ? {} : { cookie: `palabre_sign_in=${people[actor].token}` };

export interface Line {
  join(room: string): Promise<unknown>;
  say(name: string, message: unknown): void;
  heard: string[];
  close(): void;
}

export async function aLine(origin: string, people: People, actor: ActorName): Promise<Line> {
  const socket: Socket = io(origin, {
    path: '/live',
    transports: ['websocket'],
    extraHeaders: { origin, ...cookieOf(people, actor) },
    forceNew: true,
    reconnection: false
  });
  const heard: string[] = [];
  socket.onAny((name: string, message: unknown) => heard.push(`${name} ${JSON.stringify(message)}`));
  await new Promise<void>((connected, failed) => {
    socket.once('connect', connected);
    socket.once('connect_error', failed);
  });
  return {
    join: (room) => socket.timeout(5000).emitWithAck('room.join', { room, since: null }),
    say: (name, message) => void socket.emit(name, message),
    heard,
    close: () => socket.disconnect()
  };
}

/** What opening a document is answered with: `open`, or the code and reason of the close. */
export function openDocument(
  origin: string,
  people: People,
  actor: ActorName,
  kind: string,
  id: string
): Promise<string> {
  const address = `${origin.replace('http', 'ws')}/yjs/${kind}/${id}?schema=${SCHEMA_VERSION}&ack=1`;
  const socket = new WebSocket(address, { headers: { origin, ...cookieOf(people, actor) } });
  return new Promise((answered) => {
    const end = (answer: string) => {
      answered(answer);
      socket.terminate();
    };
    socket.on('message', () => end('open'));
    socket.on('close', (code, reason) => end(`${code} ${String(reason)}`));
    socket.on('error', (fault) => end(fault.message));
    socket.on('open', () => setTimeout(() => end('open'), 400));
  });
}
