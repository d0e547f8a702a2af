import type { Hocuspocus } from '@hocuspocus/server';
import { CLOSE, type CloseReason } from '#collab/document/close-reasons.ts';
import { parseDocumentName } from '#collab/document/document-names.ts';
import type { Context } from './context.ts';
import { credentialsKey, type Judges, whose } from './credentials.ts';
import type { OpenSocket } from './open-socket.ts';
import type { CollabOptions, Identified, Verdict } from './options.ts';
import { fromDatabase } from './refusal.ts';

export interface RightsOptions {
  judges: Judges;
  decide: CollabOptions['decide'];
  judgeMs: number;
  log: CollabOptions['log'];
  sockets(): Iterable<OpenSocket>;
  hocuspocus(): Hocuspocus;
  readCounter(): Promise<number>;
  /** By the clock of sign-ins. */
  now(): Date;
}

export interface Rights {
  /** Judges everyone again, now; a change during that makes another round. */
  judgeAll(): Promise<void>;
  /** Judges everyone again when the counter has moved, or a sign-in or token has come to its end. */
  poll(): Promise<void>;
  /** Counts the rounds: a socket admitted during one is judged once more. */
  round(): number;
}

/** P7: a lost sign-in or right ends its sockets, here and wherever the counter is read. */
export const createRights = (options: RightsOptions): Rights => {
  let counter: number | null = null;
  let rounds = 0;
  let running: Promise<void> | null = null;
  let isAskedAgain = false;

  const judgeAll = (): Promise<void> => {
    rounds += 1;
    isAskedAgain = true;
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  };
  const run = async () => {
    while (isAskedAgain) {
      isAskedAgain = false;
      try {
        await judgeOnce(options);
      } catch (error) {
        // the database is away: the counter stays as it was, so that the next poll judges again
        counter = null;
        options.log.error('collab rights', error);
      }
    }
  };

  return {
    judgeAll,
    round: () => rounds,
    poll: async () => {
      const now = await options.readCounter();
      const moved = counter !== now;
      counter = now;
      if (moved || isSomeoneDue(options)) await judgeAll();
    },
  };
};

const isSomeoneDue = ({ sockets, now }: RightsOptions): boolean =>
  [...sockets()].some(({ endsAt, isEnding }) => !isEnding && endsAt !== null && endsAt <= now());

const judgeOnce = async (options: RightsOptions): Promise<void> => {
  const people = new Map<string, Promise<Identified | null>>();
  const verdicts = new Map<string, Promise<Verdict>>();
  for (const socket of options.sockets()) {
    const brought = credentialsKey(socket.credentials);
    const identified =
      people.get(brought) ?? fromDatabase(whose(options.judges, socket.credentials), options.judgeMs);
    people.set(brought, identified);
    const person = await identified;
    if (person?.id === socket.person.id) {
      socket.endsAt = person.expiresAt ?? null;
      continue;
    }
    // what this socket has sent and is still waiting its turn is not taken either
    for (const connection of connectionsOf(options, socket)) connection.readOnly = true;
    socket.refuse(CLOSE.signedOut);
  }
  for (const document of options.hocuspocus().documents.values()) {
    for (const connection of document.getConnections()) {
      const { socket, mode } = connection.context as Context;
      if (!socket || socket.isEnding) continue;
      const key = `${socket.person.id} ${socket.person.only ?? ''} ${document.name}`;
      const verdict =
        verdicts.get(key) ?? fromDatabase(options.decide(socket.person, document.name), options.judgeMs);
      verdicts.set(key, verdict);
      const reason = reasonToEnd(document.name, mode, await verdict);
      if (!reason) continue;
      connection.readOnly = true;
      socket.refuse(reason);
    }
  }
};

const connectionsOf = ({ hocuspocus }: RightsOptions, socket: OpenSocket) =>
  [...hocuspocus().documents.values()].flatMap((document) =>
    document.getConnections().filter(({ context }) => (context as Context).socket === socket),
  );

const reasonToEnd = (document: string, mode: Context['mode'], verdict: Verdict): CloseReason | null => {
  if (!verdict) return CLOSE.notThere;
  if (verdict === 'erased') return CLOSE.erased;
  const now = parseDocumentName(document)?.kind === 'room' ? 'read' : verdict;
  return now === mode ? null : CLOSE.rightsChanged;
};
