import type { RefusalCode } from '#lib/refusal.ts';
import type { Pass } from './admit.ts';

/** One client as the document, its presence and the register of sockets see it. */
export interface Peer {
  readonly pass: Pass;
  /** Who is counted together: a person, or the address of guests. */
  readonly who: string;
  /** The client id under which others see this socket. */
  presenceId: number | undefined;
  /** Tells what was just stored; `before` is the state vector it builds on. */
  tell(bytes: Uint8Array, before: Uint8Array): void;
  tellPresence(bytes: Uint8Array): void;
  /** `updates` more are stored; `bytes` less are waiting. */
  acknowledge(updates: number, bytes: number): void;
  /** Reads again what they may do here, and parts when that is less than it was. */
  recheck(): Promise<void>;
  refuse(code: RefusalCode, reason: string): void;
  end(code: number, reason: string): void;
}
