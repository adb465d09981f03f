import * as Y from 'yjs';
import type { Act } from '#features/people/people.ts';
import { log } from '#lib/server/log.ts';
import { RoomAwareness } from './awareness.ts';
import { bounds } from './bounds.ts';
import { updateFrame, type Decoded } from './frames.ts';
import type { Entry, Keeper } from './kinds.ts';
import type { Account, Ledger } from './ledger.ts';
import { isWhole, newClients } from './news.ts';
import type { Peer } from './peer.ts';

export interface Edit {
  from: Peer;
  update: Uint8Array;
  decoded: Decoded;
}

/**
 * One shared document. What it holds is what the database holds, except between `take` and `stored`: edits wait in
 * a queue, are applied and stored together, and only then anyone else sees them or their author is told "saved".
 */
export class Room implements Account {
  readonly connections = new Set<Peer>();
  readonly awareness = new RoomAwareness(this.connections);
  readonly authors = new Map<number, Act>();
  readonly keeper: Keeper;
  readonly id: string;
  readonly ready: Promise<void>;
  doc = new Y.Doc();
  generation = '';
  /** Dead: storing failed. Nothing of it may be served or stored; the next to come loads it anew. */
  dead = false;
  #ledger: Ledger;
  #seq = 0;
  #queue: Edit[] = [];
  /** The edits between `take` and `stored`. */
  #underWay: Edit[] | undefined;
  /** State vector at `take`. */
  #before: Uint8Array = new Uint8Array([0]);
  #settled: (() => void)[] = [];
  #size = 0;
  #rows = 0;
  #rowBytes = 0;
  #compaction: Promise<void> | undefined;
  #compactAt = bounds.compactRows;
  #measured = -1;

  constructor(keeper: Keeper, id: string, ledger: Ledger) {
    this.keeper = keeper;
    this.id = id;
    this.#ledger = ledger;
    this.ready = this.#load();
  }

  /** Whether nothing waits to be stored: only then may the room be let go. */
  get idle(): boolean {
    return !this.#underWay && this.#queue.length === 0 && !this.#compaction;
  }

  async #load(): Promise<void> {
    const kept = await this.keeper.load(this.id);
    const doc = new Y.Doc();
    doc.transact(() => {
      if (kept.state) Y.applyUpdate(doc, kept.state);
      for (const { update } of kept.updates) Y.applyUpdate(doc, update);
    });
    this.doc = doc;
    this.generation = kept.generation;
    this.#seq = kept.updates.at(-1)?.seq ?? kept.throughSeq;
    this.#rows = kept.updates.length;
    this.#rowBytes = kept.updates.reduce((sum, { update }) => sum + update.length, 0);
    this.#size = (kept.state?.length ?? 0) + this.#rowBytes;
    for (const { clientId, act } of kept.authors) this.authors.set(clientId, act);
  }

  /** Runs at once when the document is as stored, else as soon as it is. */
  whenSettled(work: () => void): void {
    if (this.#underWay) this.#settled.push(work);
    else work();
  }

  /** Whether an update of `bytes` still fits; measured anew before anyone is turned away. */
  hasRoomFor(bytes: number): boolean {
    if (this.#size + bytes <= bounds.document) return true;
    // Measuring costs as much as the document is long: once for each stored row is enough.
    if (!this.#underWay && this.#measured !== this.#seq) {
      this.#size = Y.encodeStateAsUpdate(this.doc).length;
      this.#measured = this.#seq;
    }
    return this.#size + bytes <= bounds.document;
  }

  receive(edit: Edit): void {
    this.#queue.push(edit);
    this.#ledger.changed(this);
  }

  take(): Entry | undefined {
    if (this.dead || this.#underWay || this.#queue.length === 0) return undefined;
    const edits = (this.#underWay = this.#queue.splice(0));
    const brought: Uint8Array[] = [];
    const authors = new Map<number, Act>();
    const collect = (update: Uint8Array) => brought.push(update);
    this.doc.on('update', collect);
    this.#before = Y.encodeStateVector(this.doc);
    for (const { from, update, decoded } of edits) {
      // One that leans on text we do not have: its client is sent away to come back with all of it.
      if (!isWhole(this.doc, decoded)) {
        from.end(1011, 'incomplete');
        continue;
      }
      try {
        for (const clientId of newClients(this.doc, decoded))
          if (!this.authors.has(clientId)) authors.set(clientId, from.pass.act!);
        Y.applyUpdate(this.doc, update);
        if (this.doc.store.pendingStructs || this.doc.store.pendingDs)
          throw new Error('an edit leans on itself');
      } catch (fault) {
        log.warn({ document: this.id, fault: String(fault) }, 'an edit could not be applied');
        void this.#withdraw(edits, from);
        return undefined;
      }
    }
    this.doc.off('update', collect);
    const entry = {
      id: this.id,
      seq: this.#seq + 1,
      update: Y.mergeUpdates(brought),
      authors: [...authors].map(([clientId, act]) => ({ clientId, act }))
    };
    if (brought.length > 0) return entry;
    this.#settle();
    return undefined;
  }

  stored(entry: Entry): void {
    this.#seq = entry.seq;
    this.#rows += 1;
    this.#rowBytes += entry.update.length;
    this.#size += entry.update.length;
    for (const { clientId, act } of entry.authors) this.authors.set(clientId, act);
    const authors = new Set(this.#underWay?.map(({ from }) => from));
    const bytes = updateFrame(entry.update);
    // A single author has it already; with two, each needs the other's, and what they know harms nobody.
    for (const connection of this.connections)
      if (authors.size > 1 || !authors.has(connection)) connection.tell(bytes, this.#before);
    this.#settle();
    if (
      this.#rows >= this.#compactAt ||
      this.#rowBytes >= bounds.compactBytes * (this.#compactAt / bounds.compactRows)
    )
      void this.compact();
  }

  /** Storing failed: nobody is told "saved", everyone is sent away to try again, and what is in memory is forgotten. */
  failed(): void {
    this.dead = true;
    this.#queue = [];
    this.#underWay = undefined;
    for (const connection of [...this.connections]) connection.end(1011, 'not-stored');
    for (const work of this.#settled.splice(0)) work();
    this.doc.destroy();
  }

  #settle(): void {
    const counts = new Map<Peer, { updates: number; bytes: number }>();
    for (const { from, update } of this.#underWay ?? []) {
      const count = counts.get(from) ?? { updates: 0, bytes: 0 };
      counts.set(from, { updates: count.updates + 1, bytes: count.bytes + update.length });
    }
    this.#underWay = undefined;
    for (const [connection, { updates, bytes }] of counts) connection.acknowledge(updates, bytes);
    for (const work of this.#settled.splice(0)) work();
  }

  /** An edit that decodes but cannot be applied may leave the document half changed: it is made anew without it. */
  async #withdraw(edits: Edit[], offender: Peer): Promise<void> {
    offender.refuse('invalid', 'malformed');
    try {
      await this.#load();
    } catch {
      return this.failed();
    }
    this.#queue.unshift(...edits.filter(({ from }) => from !== offender));
    this.#underWay = undefined;
    for (const work of this.#settled.splice(0)) work();
    if (this.#queue.length) this.#ledger.changed(this);
  }

  /** Stores the whole text in the place of its log. A failure costs nothing but the room it would have saved. */
  compact(): Promise<void> {
    this.#compaction ??= new Promise<{ state: Uint8Array; seq: number; rows: number; bytes: number }>(
      (resolve) =>
        this.whenSettled(() =>
          resolve({
            state: Y.encodeStateAsUpdate(this.doc),
            seq: this.#seq,
            rows: this.#rows,
            bytes: this.#rowBytes
          })
        )
    )
      .then(async ({ state, seq, rows, bytes }) => {
        if (this.dead) return;
        await this.keeper.compact(this.id, state, seq);
        this.#rows -= rows;
        this.#rowBytes -= bytes;
        this.#size = state.length + this.#rowBytes;
        this.#compactAt = bounds.compactRows;
      })
      .catch((fault: unknown) => {
        log.error({ document: this.id, fault: String(fault) }, 'compaction failed');
        this.#compactAt = this.#rows + bounds.compactRows;
      })
      .finally(() => (this.#compaction = undefined));
    return this.#compaction;
  }

  /** At the last leave: a log worth compacting is compacted. */
  async tidy(): Promise<void> {
    if (this.#rows >= bounds.compactRowsAtLeave) await this.compact();
  }
}
