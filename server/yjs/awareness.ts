import { bounds } from './bounds.ts';
import { presenceFrame, type PresenceEntry } from './frames.ts';
import type { Peer } from './peer.ts';

interface Present {
  connection: Peer;
  /** The last clock that the client said, and the one we say: only ours decides at the others. */
  heard: number;
  clock: number;
  state: string;
}

/**
 * Who is in a document and where their cursor stands. A client id belongs to the socket that first used it, and
 * whatever a client claims, its name and organisation are the ones that the server knows. Stock clients send
 * everyone's state back to everyone; here only the owner is heard, and changes leave together.
 */
export class RoomAwareness {
  #connections: Set<Peer>;
  #present = new Map<number, Present>();
  /** Whose each id ever was here, so that a stale echo cannot bring back who left as someone else. */
  #owners = new Map<number, { who: string; clock: number }>();
  #changed = new Set<number>();
  #timer: NodeJS.Timeout | undefined;
  #dueAt = Infinity;

  constructor(connections: Set<Peer>) {
    this.#connections = connections;
  }

  /** Whose presence this client id is, if it is anybody's. */
  ownerOf(clientId: number): string | undefined {
    return this.#owners.get(clientId)?.who;
  }

  hear(connection: Peer, entries: PresenceEntry[]): void {
    // A guest reads unseen.
    if (connection.pass.actor.kind !== 'member') return;
    for (const entry of entries) this.#hearOne(connection, entry);
  }

  #hearOne(connection: Peer, { clientId, clock, state }: PresenceEntry): void {
    const owner = this.#owners.get(clientId);
    if (
      (owner && owner.who !== connection.who) ||
      (connection.presenceId !== undefined && connection.presenceId !== clientId)
    )
      return;
    const before = this.#present.get(clientId);
    if (before && before.connection === connection && clock <= before.heard) return;
    connection.presenceId = clientId;
    if (state === null) return this.leave(connection);
    const text = JSON.stringify({
      user: connection.pass.user,
      cursor: connection.pass.role === 'edit' ? (state.cursor ?? null) : null
    });
    if (text.length > bounds.awareness) return;
    const present = { connection, heard: clock, clock: (owner?.clock ?? 0) + 1, state: text };
    this.#present.set(clientId, present);
    this.#owners.set(clientId, { who: connection.who, clock: present.clock });
    this.#forgetOldest();
    this.#say(clientId, before?.state === text ? bounds.renewalMs : bounds.awarenessMs);
  }

  leave(connection: Peer): void {
    const clientId = connection.presenceId;
    if (clientId === undefined || this.#present.get(clientId)?.connection !== connection) return;
    this.#present.delete(clientId);
    const owner = this.#owners.get(clientId)!;
    owner.clock += 1;
    this.#say(clientId, bounds.awarenessMs);
  }

  /** Ids of those who left are remembered, but not without end: those longest gone are forgotten. */
  #forgetOldest(): void {
    if (this.#owners.size <= bounds.rememberedIds) return;
    for (const clientId of this.#owners.keys())
      if (!this.#present.has(clientId) && !this.#changed.has(clientId))
        return void this.#owners.delete(clientId);
  }

  /** Everyone who is here, for someone who just came. */
  everyone(): Uint8Array | undefined {
    return this.#frame([...this.#present.keys()]);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#dueAt = Infinity;
  }

  #say(clientId: number, within: number): void {
    this.#changed.add(clientId);
    const dueAt = Date.now() + within;
    if (dueAt >= this.#dueAt) return;
    clearTimeout(this.#timer);
    this.#dueAt = dueAt;
    this.#timer = setTimeout(() => this.#tellAll(), within);
  }

  #tellAll(): void {
    this.stop();
    const changed = [...this.#changed];
    this.#changed.clear();
    const forAll = this.#frame(changed);
    // Nobody is told their own state: an older cursor of theirs would overwrite the one they have now.
    for (const connection of this.#connections) {
      const own = connection.presenceId;
      const bytes =
        own !== undefined && this.#present.has(own) && changed.includes(own)
          ? this.#frame(changed.filter((id) => id !== own))
          : forAll;
      if (bytes) connection.tellPresence(bytes);
    }
  }

  #frame(clientIds: number[]): Uint8Array | undefined {
    if (clientIds.length === 0) return undefined;
    return presenceFrame(
      clientIds.map((clientId) => ({
        clientId,
        clock: this.#owners.get(clientId)!.clock,
        state: this.#present.get(clientId)?.state ?? 'null'
      }))
    );
  }
}
