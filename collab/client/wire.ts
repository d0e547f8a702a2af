import { HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { CLOSE } from '#collab/document/close-reasons.ts';
import { createSending, type Sending, type SendingOptions } from './sending.ts';

const SHORTEST_WAIT_MS = 250;
/** Everyone is in step again within 3 s of a restarted server's return, however long it was away (D10). */
const LONGEST_WAIT_MS = 2000;
/** A server that answers and cannot save is asked more often: "Saved" comes within 5 s of its database's return. */
const LONGEST_WAIT_FOR_DATABASE_MS = 1500;
const OPEN = 1;

export interface WireOptions {
  url: string;
  /** Hears each end before the next attempt is planned; false stops trying until `connect()`. */
  onEnd(code: number): boolean;
  sending: Omit<SendingOptions, 'put'>;
  /** Tests hand in a WebSocket that carries a cookie and an Origin. */
  WebSocketPolyfill?: unknown;
}

/**
 * One WebSocket that tries again after 0.25 to 2 s. Replaces the provider's own retries: with those, a server that
 * opens and closes at once starts a second loop beside the first, and each ends the other's connection.
 */
export class Wire extends HocuspocusProviderWebsocket {
  private failures = 0;
  private waiting: ReturnType<typeof setTimeout> | null = null;
  private readonly onEnd: (code: number) => boolean;
  private readonly sendingOptions: WireOptions['sending'];
  /** Of the WebSocket that is open; another begins anew. */
  private sending: Sending | null = null;

  constructor(options: WireOptions) {
    super({ url: options.url, autoConnect: false, WebSocketPolyfill: options.WebSocketPolyfill });
    this.onEnd = options.onEnd;
    this.sendingOptions = options.sending;
  }

  override async connect(): Promise<void> {
    this.shouldConnect = true;
    if (this.waiting) clearTimeout(this.waiting);
    this.waiting = null;
    if (this.webSocket) return;
    // an attempt that fails ends in onClose, which plans the next
    this.createWebSocketConnection().catch(() => undefined);
  }

  override onClose({ event }: { event: { code: number } }): void {
    this.cleanupWebSocket();
    this.sending?.end();
    this.sending = null;
    this.rejectConnectionAttempt(new Error('closed before the first message'));
    this.leave(event);
    if (!this.onEnd(event.code)) this.shouldConnect = false;
    if (this.shouldConnect) this.planNext(event.code);
  }

  /**
   * Nothing waits in a queue for the next connection: the handshake brings whatever was typed meanwhile. Queued edits would
   * be acknowledged before it, and the provider would count itself saved too early.
   */
  override send(message: Uint8Array): void {
    if (this.webSocket?.readyState !== OPEN) return;
    this.sending ??= createSending({ ...this.sendingOptions, put: (frame) => this.put(frame) });
    this.sending.send(message);
  }

  override disconnect(): void {
    if (this.waiting) clearTimeout(this.waiting);
    this.waiting = null;
    super.disconnect();
  }

  /** Ends this connection as lost and begins another; for one that is open and yet leads nowhere. */
  renew(code: number = CLOSE.silent.code): void {
    this.emit('close', { event: { code, reason: 'unsynced' } });
  }

  /** The connection works: the next loss is answered quickly again. */
  proven(): void {
    this.failures = 0;
  }

  /** The server has stored one more of what was sent. */
  acknowledged(): void {
    this.sending?.acknowledged();
  }

  private put(frame: Uint8Array): void {
    if (this.webSocket?.readyState === OPEN) this.webSocket.send(frame as Uint8Array<ArrayBuffer>);
  }

  private leave(event: { code: number }): void {
    const status = 'disconnected';
    this.status = status as typeof this.status;
    this.emit('status', { status });
    this.emit('disconnect', { event });
  }

  private planNext(code: number): void {
    if (this.waiting) return;
    const cap = code === CLOSE.cannotSave.code ? LONGEST_WAIT_FOR_DATABASE_MS : LONGEST_WAIT_MS;
    const longest = Math.min(cap, SHORTEST_WAIT_MS * 2 ** this.failures);
    this.failures += 1;
    const wait = SHORTEST_WAIT_MS + Math.random() * (longest - SHORTEST_WAIT_MS);
    this.waiting = setTimeout(() => void this.connect(), wait);
  }
}
