import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { CAPS } from '../limits.ts';
import { createLiveDocuments } from '../live-documents.ts';
import { logEdits } from './log-edits.ts';

const NAME = 'write-up:00000000-0000-4000-8000-000000000001:1';

it.each([
  [false, [7]],
  [true, []],
])(
  '[D13] an edit in the log counts as seen only where it is applied (right lost meanwhile: %s)',
  async (isLost, seen) => {
    const live = createLiveDocuments();
    live.start(NAME, 0);
    const connection = { readOnly: false };
    const queue = {
      append: async () => {
        connection.readOnly = isLost;
        return 7;
      },
    };
    const other = new Y.Doc();
    other.getText('words').insert(0, 'typed');
    const options = {
      clock: { now: () => new Date() },
      caps: CAPS,
      queue,
      live,
      applying: new WeakMap(),
      catchUp: async () => {},
    };
    const document = Object.assign(new Y.Doc(), { name: NAME });
    const context = { mode: 'write', sitting: 's', socket: { person: { id: 'p' } } };
    const payload = Y.encodeStateAsUpdate(other);
    const asked = { type: 2, payload, document, documentName: NAME, context, connection };
    await logEdits(options as never).beforeSync?.(asked as never);
    expect([...(live.get(NAME)?.seen ?? [])]).toEqual(seen);
  },
);
