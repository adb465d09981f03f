import * as decoding from 'lib0/decoding';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { SCHEMA_VERSION } from './briefs.ts';
import { SaveLine } from './save-line.ts';

/** Ours, see server/yjs/frames.ts: how many updates of this line are stored. */
const acknowledged = 100;
/** An edit that nobody confirms for so long means a line that only looks alive. */
const patience = 10_000;

export interface TextLine {
  doc: Y.Doc;
  provider: WebsocketProvider;
  line: SaveLine;
  /** Tries again after a refusal, e.g. after signing in again elsewhere. */
  retry(): void;
  close(): void;
}

/**
 * Opens the line to a brief's text. `changed` is called whenever something about the line or what was saved may have
 * changed. Nothing here ever puts text into the document: it is the server's from the first moment.
 */
export function connect(
  brief: { id: string; generation: string },
  capacity: string,
  changed: () => void
): TextLine {
  const doc = new Y.Doc();
  const line = new SaveLine();
  let waiting: ReturnType<typeof setTimeout> | undefined;

  class CountedSocket extends WebSocket {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      super.send(data);
      const [type, part] = data as Uint8Array;
      if (type !== 0 || part === 0) return;
      line.sent(part === 1);
      changed();
    }
  }

  const provider = new WebsocketProvider(
    `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/yjs/brief`,
    brief.id,
    doc,
    {
      params: { schema: String(SCHEMA_VERSION), generation: brief.generation, capacity, ack: '1' },
      WebSocketPolyfill: CountedSocket,
      // Pages of one browser meet on the server, where what they say is stored, and nowhere else.
      disableBc: true,
      maxBackoffTime: 8000,
      // 1009: a message above the server's bound would only be refused again.
      shouldReconnect: ({ code }) => code !== 1009 && !(code >= 4400 && code < 4500)
    }
  );

  const watch = () => {
    clearTimeout(waiting);
    if (line.unsaved && provider.wsconnected) waiting = setTimeout(reconnect, patience);
  };
  const reconnect = () => {
    provider.disconnect();
    provider.connect();
  };
  provider.messageHandlers[acknowledged] = (_, decoder) => {
    line.stored(decoding.readVarUint(decoder), new Date());
    watch();
    changed();
  };
  provider.on('status', ({ status }) => {
    if (status === 'connected') line.connected();
    changed();
  });
  provider.on('sync', changed);
  provider.on('connection-close', (event) => {
    const code = event?.code ?? 0;
    const refused =
      code === 1009
        ? 'document-too-large'
        : code >= 4400 && code < 4500
          ? event?.reason || 'refused'
          : undefined;
    line.lost(refused);
    changed();
  });
  doc.on('update', (_: Uint8Array, origin: unknown) => {
    if (origin === provider) return;
    line.edited();
    watch();
    changed();
  });
  const comeBack = () => provider.shouldConnect && !provider.wsconnected && reconnect();
  // The browser knows before the socket does: an edit made now stays on this device, and the page says so.
  const breakOff = () => provider.ws?.close();
  addEventListener('online', comeBack);
  addEventListener('offline', breakOff);

  return {
    doc,
    provider,
    line,
    retry: () => provider.connect(),
    close() {
      removeEventListener('online', comeBack);
      removeEventListener('offline', breakOff);
      clearTimeout(waiting);
      provider.destroy();
      doc.destroy();
    }
  };
}
