/** The one browser socket. Its code is fetched after the page is readable; without it every page still works. */
import type { Socket } from 'socket.io-client';
import type { EnteredRoom, RoomAnswer } from './room.ts';

class Live {
  /** `off` until a page needs it; then what the reader is told in the header. */
  state = $state<'off' | 'connecting' | 'live' | 'reconnecting' | 'offline'>('off');
  #socket: Promise<Socket> | undefined;
  #rooms = new Map<string, EnteredRoom>();

  async enter(room: EnteredRoom): Promise<void> {
    this.#rooms.set(room.name, room);
    const socket = await this.#connect();
    if (socket.connected) await room.join();
  }

  async leave(room: EnteredRoom): Promise<void> {
    this.#rooms.delete(room.name);
    (await this.#connect()).emit('room.leave', { room: room.name });
  }

  /** Asks the server and waits for its answer; no answer within 8 s is a lost line. */
  async ask(event: string, message: unknown): Promise<RoomAnswer | undefined> {
    const socket = await this.#connect();
    return socket
      .timeout(8000)
      .emitWithAck(event, message)
      .catch(() => undefined) as Promise<RoomAnswer | undefined>;
  }

  async tell(event: string, message: unknown): Promise<void> {
    const socket = await this.#connect();
    if (socket.connected) socket.volatile.emit(event, message);
  }

  #connect(): Promise<Socket> {
    return (this.#socket ??= this.#open());
  }

  async #open(): Promise<Socket> {
    this.state = 'connecting';
    const { io } = await import('socket.io-client');
    const socket = io({
      path: '/live',
      transports: ['websocket', 'polling'],
      reconnectionDelay: 500,
      reconnectionDelayMax: 5000
    });
    socket.on('connect', () => {
      this.state = 'live';
      for (const room of this.#rooms.values()) void room.join();
    });
    socket.on('disconnect', (reason) => {
      this.state = navigator.onLine ? 'reconnecting' : 'offline';
      // The server ended it because who we are changed (signed out, a mandate ended): come back as who we are now.
      if (reason === 'io server disconnect') setTimeout(() => socket.connect(), 300);
    });
    socket.on('connect_error', () => (this.state = navigator.onLine ? 'reconnecting' : 'offline'));
    socket.onAny((name: string, payload: { room?: string }) => {
      if (payload?.room) this.#rooms.get(payload.room)?.receive(name, payload);
    });
    addEventListener('offline', () => {
      this.state = 'offline';
      socket.disconnect();
    });
    addEventListener('online', () => socket.connect());
    return socket;
  }
}

export const live = new Live();
