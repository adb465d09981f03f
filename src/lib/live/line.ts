/** A line to the server's Socket.IO, whatever carries it: `wire.ts` (a WebSocket), or `polling.ts` where none is let through. */
export interface Line {
  readonly connected: boolean;
  connect(): void;
  disconnect(): void;
  /** Says something now; while the line is down it is not said at all. */
  tell(event: string, message: unknown): void;
  /** Asks and waits for the answer; a lost line, or none within 8 s, is `undefined`. */
  ask(event: string, message: unknown): Promise<unknown>;
}

/** What a line tells of itself. `down` also after each attempt that failed. */
export interface Listener {
  up(): void;
  down(): void;
  event(name: string, payload: unknown): void;
}

export const patience = 8000;
