/**
 * The contract of a live room, the same for browser and server. A room has a sequence: each committed change gets
 * the next number. Whoever missed some asks for "everything since N" and is as up to date as the database.
 */
export interface RoomEvent {
  /** The past fact, e.g. `reply.posted`. */
  name: string;
  payload: unknown;
}

/** What the server answers to a join or to "everything since N": the room's sequence now, and what changed. */
export interface RoomState {
  seq: number;
  events: RoomEvent[];
}

/** A live event as it travels: the fact's payload always says its room and sequence. */
export interface InRoom {
  room: string;
  seq: number;
}

/** Facts of one room that left in one frame, in their order: each counts as if it had come alone. */
export interface RoomBatch {
  room: string;
  facts: [name: string, payload: unknown][];
}

/** Who is in a room, by organisation and country, never a cloud of faces. `names` null: in a personal capacity. */
export interface Presence {
  room: string;
  total: number;
  guests: number;
  groups: { organisation: Record<string, string> | null; country: string | null; people: number }[];
}

export type RoomAnswer = ({ ok: true } & RoomState) | { ok: false; code: string; text: string };

/** What the browser's socket asks of a room that a page is in. */
export interface EnteredRoom {
  readonly name: string;
  /** Joins (again) and catches up with what was missed. */
  join(): Promise<void>;
  receive(name: string, payload: unknown): void;
}
