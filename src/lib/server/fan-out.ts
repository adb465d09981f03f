/** Fewer sockets than this in a room hear each fact at once. */
const few = 100;
/** How long a room rests after a frame, by the sockets in it, and at most: in milliseconds. */
const perSocket = 0.06;
const longest = 120;

/** 2,000 sockets are told every 120 ms, so that what waits costs each of them one frame and not one a fact. */
export const restOf = (sockets: number): number =>
  sockets < few ? 0 : Math.min(longest, sockets * perSocket);

export type Fact = [name: string, payload: unknown];
type Emit = (room: string, name: string, payload: unknown) => void;

/**
 * Tells rooms their facts. In a quiet room each leaves at once; those that fall within a large room's rest leave together after it, in
 * their order, as one `room.batch`: encoded once, one frame a socket.
 */
export function fanOut(emit: Emit, socketsIn: (room: string) => number): Emit {
  const resting = new Map<string, Fact[]>();

  const rest = (room: string, waiting: Fact[], sockets: number): void => {
    setTimeout(() => {
      if (waiting.length === 0) return void resting.delete(room);
      const facts = waiting.splice(0);
      if (facts.length === 1) emit(room, ...facts[0]);
      else emit(room, 'room.batch', { room, facts });
      rest(room, waiting, sockets);
    }, restOf(sockets)).unref();
  };

  return (room, name, payload) => {
    const waiting = resting.get(room);
    if (waiting) return void waiting.push([name, payload]);
    emit(room, name, payload);
    const sockets = socketsIn(room);
    if (restOf(sockets) === 0) return;
    const next: Fact[] = [];
    resting.set(room, next);
    rest(room, next, sockets);
  };
}
