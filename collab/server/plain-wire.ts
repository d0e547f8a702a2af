import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { closeReason } from '#collab/document/close-reasons.ts';
import { WRITE_UP_SCHEMA_VERSION } from '#collab/document/schema-version.ts';
import { createToldPresence } from './told-presence.ts';
import type { Wire } from './wire.ts';

/** What a plain client asks for, in its address. */
export interface PlainAsk {
  document: string;
  /** The write-up's schema it knows; one that names none is a program without an editor, and reads what it finds. */
  schema: string | null;
  /** Keeps several connections one sitting; a new one for each connection where none is named. */
  sitting: string;
}

const SYNC = 0;
const PRESENCE = 1;
const AUTH = 2;
const QUERY = 3;
const SYNC_REPLY = 4;
const SYNC_STATUS = 8;
const NOT_APPLIED = 0;

const READ_ONLY = 'You may read this here, not write in it. What you type stays with you.';

/**
 * `/yjs`: the plain y-websocket protocol. A frame has no document's name, for the address names it; nobody introduces
 * themselves, so the door does it; and there are no acknowledgements: a client that wants to know asks for the server's
 * state, which comes after everything it sent before is in the log (docs/any-yjs-client.md).
 */
export const plainWire = ({ document, schema, sitting }: PlainAsk): Wire => {
  const address = encoded((to) => encoding.writeVarString(to, document));
  const presence = createToldPresence();
  let hasHeardNo = false;

  const addressed = (frame: Uint8Array) => {
    const whole = new Uint8Array(address.length + frame.length);
    whole.set(address);
    whole.set(frame, address.length);
    return whole;
  };
  const addressedPresence = (frame: Uint8Array) => {
    const payload = payloadOf(frame);
    const news = presence.withoutRepetitions(payload);
    return news === payload ? addressed(frame) : news && addressed(presenceFrame(news));
  };
  const hearNo = () => {
    if (hasHeardNo) return null;
    hasHeardNo = true;
    return denial(READ_ONLY);
  };

  return {
    door: 'yjs',
    greeting: greetingOf(document, { schema: Number(schema ?? WRITE_UP_SCHEMA_VERSION), sitting }),
    read: (frame) => {
      switch (frame[0]) {
        case SYNC:
        case QUERY:
          return addressed(frame);
        case PRESENCE:
          return addressedPresence(new Uint8Array(frame));
        default:
          throw new Error('unknown message');
      }
    },
    write: (message) => {
      const frame = message.subarray(address.length);
      switch (frame[0]) {
        case PRESENCE:
          presence.told(payloadOf(frame));
          return frame;
        case SYNC:
        case QUERY:
          return frame;
        case SYNC_REPLY:
          return Uint8Array.from(frame).fill(SYNC, 0, 1);
        case SYNC_STATUS:
          return frame[1] === NOT_APPLIED ? hearNo() : null;
        default:
          return null;
      }
    },
    farewell: (reason) => (reason.remedy === 'leave' ? denial(reason.sentence) : null),
    closeCode: transient,
    // an empty list of presences: it changes nothing, and y-websocket gives up a server it has not heard for 30 s
    ping: Uint8Array.of(PRESENCE, 1, 0),
  };
};

/** y-websocket reads 44xx as "never again" and 45xx as "later"; what passes by itself is moved there. */
const transient = (code: number): number =>
  code >= 4400 && code < 4500 && closeReason(code)?.remedy === 'wait' ? code + 100 : code;

/** The protocol's only word for "no": y-websocket says it on the console. */
const denial = (sentence: string): Uint8Array =>
  encoded((to) => {
    encoding.writeVarUint(to, AUTH);
    encoding.writeVarUint(to, 0);
    encoding.writeVarString(to, sentence);
  });

const greetingOf = (document: string, greeting: { schema: number; sitting: string }): Uint8Array =>
  encoded((to) => {
    encoding.writeVarString(to, document);
    encoding.writeVarUint(to, AUTH);
    encoding.writeVarUint(to, 0);
    encoding.writeVarString(to, JSON.stringify(greeting));
  });

const presenceFrame = (payload: Uint8Array): Uint8Array =>
  encoded((to) => {
    encoding.writeVarUint(to, PRESENCE);
    encoding.writeVarUint8Array(to, payload);
  });

/** The payload of a presence frame; what lies behind it is found by the guard, which reads frames to their end. */
const payloadOf = (frame: Uint8Array): Uint8Array => {
  const from = decoding.createDecoder(frame);
  decoding.readVarUint(from);
  return decoding.readVarUint8Array(from);
};

const encoded = (write: (to: encoding.Encoder) => void): Uint8Array => {
  const to = encoding.createEncoder();
  write(to);
  return encoding.toUint8Array(to);
};
