import { log } from '#lib/server/log.ts';
import { bounds } from './bounds.ts';
import type { Entry, Keeper } from './kinds.ts';

/** What the ledger asks of a room. */
export interface Account {
  keeper: Keeper;
  /** Applies what waits and returns it as one row, or nothing when nothing is to be stored. From here to `stored` or `failed` the room applies nothing. */
  take(): Entry | undefined;
  stored(entry: Entry): void;
  failed(fault: unknown): void;
}

/**
 * The group commit: every few milliseconds one transaction stores what all rooms received. At most one is under way;
 * what arrives meanwhile waits in its room and becomes the next one, however slow the database is.
 */
export class Ledger {
  #due = new Set<Account>();
  #timer: NodeJS.Timeout | undefined;
  #commit: Promise<void> | undefined;
  #began = -Infinity;

  changed(account: Account): void {
    this.#due.add(account);
    if (!this.#commit) this.#schedule();
  }

  /** At once after a quiet moment, else a group's time after the last one began: as few commits, less waiting. */
  #schedule(): void {
    this.#timer ??= setTimeout(
      () => this.#start(),
      Math.max(0, this.#began + bounds.groupCommitMs - performance.now())
    );
  }

  /** Resolves when nothing waits and nothing is under way. */
  async flush(): Promise<void> {
    while (this.#due.size || this.#commit) {
      if (!this.#commit) this.#start();
      await this.#commit;
    }
  }

  #start(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#began = performance.now();
    this.#commit = this.#store().finally(() => {
      this.#commit = undefined;
      if (this.#due.size) this.#schedule();
    });
  }

  async #store(): Promise<void> {
    const groups = new Map<Keeper, { account: Account; entry: Entry }[]>();
    const due = [...this.#due];
    this.#due.clear();
    for (const account of due) {
      const entry = account.take();
      if (entry) groups.set(account.keeper, [...(groups.get(account.keeper) ?? []), { account, entry }]);
    }
    for (const [keeper, group] of groups) {
      try {
        await keeper.append(group.map(({ entry }) => entry));
        for (const { account, entry } of group) account.stored(entry);
      } catch (fault) {
        await this.#storeApart(keeper, group, fault);
      }
    }
  }

  /** A group that failed is tried again room by room, so that one broken document does not take the others with it. */
  async #storeApart(
    keeper: Keeper,
    group: { account: Account; entry: Entry }[],
    first: unknown
  ): Promise<void> {
    for (const { account, entry } of group) {
      try {
        if (group.length === 1) throw first;
        await keeper.append([entry]);
        account.stored(entry);
      } catch (fault) {
        log.error({ document: entry.id, fault: String(fault) }, 'edits were not stored');
        account.failed(fault);
      }
    }
  }
}
