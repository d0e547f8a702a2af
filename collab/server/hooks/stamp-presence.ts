import type { Connection, Document, Extension } from '@hocuspocus/server';
import { CLOSE } from '#collab/document/close-reasons.ts';
import type { PresenceState } from '#collab/document/presence.ts';
import { presenceFields } from '#collab/document/presence-fields.ts';
import type { Context } from '../context.ts';
import type { Identified } from '../options.ts';
import { Refusal } from '../refusal.ts';

/** Who is where, as the server knows them: the identity is stamped here, fields are allow-listed, nobody speaks for another tab. */
export const stampPresence = (): Extension<Context> => ({
  extensionName: 'stamp-presence',
  async beforeHandleAwareness({ states, connection, document }) {
    const person = (connection?.context as Context | undefined)?.socket?.person;
    if (!connection || !person) return states.clear();
    for (const [client, state] of [...states]) {
      states.delete(client);
      // Hocuspocus decodes into an awareness of its own, which adds an empty state under a random id
      if (Object.keys(state).length === 0 && !document.awareness.getStates().has(client)) continue;
      claim(document, connection, client, person);
      states.set(client, stamped(state, person));
    }
  },
});

/** A tab's Yjs client id is its own; the same person may take it over from a connection that has not yet been missed. */
const claim = (document: Document, connection: Connection, client: number, person: Identified): void => {
  const mine = document.getClients(connection);
  if (mine.has(client)) return;
  if (mine.size > 0) throw new Refusal(CLOSE.malformed);
  // whoever is on another node is known here by their stamp alone
  const known = document.awareness.getStates().get(client) as Partial<PresenceState> | undefined;
  if (known?.user && known.user.id !== person.id) throw new Refusal(CLOSE.malformed);
  for (const other of document.getConnections()) {
    const theirs = document.getClients(other);
    if (other === connection || !theirs.has(client)) continue;
    if ((other.context as Context).socket?.person.id !== person.id) throw new Refusal(CLOSE.malformed);
    theirs.delete(client);
  }
  mine.add(client);
};

const stamped = (
  state: Record<string, unknown>,
  person: Identified,
): PresenceState & Record<string, unknown> => {
  const kept: Record<string, unknown> = {};
  for (const [field, schema] of Object.entries(presenceFields)) {
    const value = schema.safeParse(state[field]);
    if (value.success && value.data !== undefined) kept[field] = value.data;
  }
  const user = { id: person.id, name: person.name, hue: person.faceHue };
  return { ...kept, user: person.guestOf ? { ...user, guest: true } : user };
};
