/** The y-websocket protocol as bytes: what clients may say to us, and what we say to them. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

const sync = 0;
const awareness = 1;
const queryAwareness = 3;
/** Ours: "the first N updates of this socket are stored". Sent only to clients that asked for it (?ack=1). */
const acknowledged = 100;

const step1 = 0;
const step2 = 1;
const update = 2;

export interface PresenceEntry {
  clientId: number;
  clock: number;
  state: Record<string, unknown> | null;
}

export type Frame =
  | { kind: 'step1'; vector: Uint8Array }
  /** `answer`: all that the client has and we had not, when we asked. */
  | { kind: 'update'; answer: boolean; update: Uint8Array; decoded: Decoded }
  | { kind: 'awareness'; entries: PresenceEntry[] }
  | { kind: 'query' };

export type Decoded = ReturnType<typeof Y.decodeUpdate>;

/** Reads a whole message; throws on anything that is not exactly one of the four. Nothing was applied by then. */
export function readFrame(bytes: Uint8Array): Frame {
  const decoder = decoding.createDecoder(bytes);
  const frame = readBody(decoder);
  if (decoding.hasContent(decoder)) throw new Error('bytes after the message');
  return frame;
}

function readBody(decoder: decoding.Decoder): Frame {
  const type = decoding.readVarUint(decoder);
  if (type === queryAwareness) return { kind: 'query' };
  if (type === awareness)
    return { kind: 'awareness', entries: readPresence(decoding.readVarUint8Array(decoder)) };
  if (type !== sync) throw new Error('unknown message type');
  const part = decoding.readVarUint(decoder);
  const body = decoding.readVarUint8Array(decoder);
  if (part === step1) {
    Y.decodeStateVector(body);
    return { kind: 'step1', vector: body };
  }
  if (part !== step2 && part !== update) throw new Error('unknown sync message');
  return { kind: 'update', answer: part === step2, update: body, decoded: Y.decodeUpdate(body) };
}

function readPresence(bytes: Uint8Array): PresenceEntry[] {
  const decoder = decoding.createDecoder(bytes);
  const entries: PresenceEntry[] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
    const clientId = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    const state: unknown = JSON.parse(decoding.readVarString(decoder));
    if (state !== null && (typeof state !== 'object' || Array.isArray(state)))
      throw new Error('presence is not an object');
    entries.push({ clientId, clock, state: state as PresenceEntry['state'] });
  }
  return entries;
}

function frame(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}

const syncFrame = (part: number, body: Uint8Array) =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, sync);
    encoding.writeVarUint(encoder, part);
    encoding.writeVarUint8Array(encoder, body);
  });

export const step1Frame = (vector: Uint8Array): Uint8Array => syncFrame(step1, vector);
export const step2Frame = (missing: Uint8Array): Uint8Array => syncFrame(step2, missing);
export const updateFrame = (merged: Uint8Array): Uint8Array => syncFrame(update, merged);

export const acknowledgementFrame = (count: number): Uint8Array =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, acknowledged);
    encoding.writeVarUint(encoder, count);
  });

/** `state` is JSON already: it was written once, for everyone. */
export const presenceFrame = (entries: { clientId: number; clock: number; state: string }[]): Uint8Array =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, awareness);
    encoding.writeVarUint8Array(
      encoder,
      frame((inner) => {
        encoding.writeVarUint(inner, entries.length);
        for (const { clientId, clock, state } of entries) {
          encoding.writeVarUint(inner, clientId);
          encoding.writeVarUint(inner, clock);
          encoding.writeVarString(inner, state);
        }
      })
    );
  });
