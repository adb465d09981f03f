import { io } from 'socket.io-client';
import { patience, type Line, type Listener } from './line.ts';

/** The same line by the whole Socket.IO client: long polling where a network lets no WebSocket through. */
export function openPolling(listener: Listener): Line {
  const socket = io({
    path: '/live',
    transports: ['polling', 'websocket'],
    reconnectionDelay: 500,
    reconnectionDelayMax: 5000
  });
  socket.on('connect', () => listener.up());
  socket.on('connect_error', () => listener.down());
  socket.on('disconnect', (reason) => {
    listener.down();
    if (reason === 'io server disconnect') setTimeout(() => socket.connect(), 300);
  });
  socket.onAny((name: string, payload: unknown) => listener.event(name, payload));
  return {
    get connected() {
      return socket.connected;
    },
    connect: () => void socket.connect(),
    disconnect: () => void socket.disconnect(),
    tell: (event, message) => void (socket.connected && socket.emit(event, message)),
    ask: (event, message) =>
      socket
        .timeout(patience)
        .emitWithAck(event, message)
        .catch(() => undefined)
  };
}
