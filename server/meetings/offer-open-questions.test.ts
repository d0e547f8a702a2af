import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readWriteUp } from '#collab/document/read-write-up.ts';
import { seedWriteUp } from '#collab/document/seed-write-up.ts';
import { withDatabase } from '#db/testing.ts';
import type { App } from '../app.ts';
import { offerOpenQuestion } from './offer-open-questions.ts';
import { aMeeting, type RoomField } from './testing.ts';

withDatabase((engine) => {
  /** A meeting with one question kept, and a write-up that edits reach. */
  const withQuestion = async (words = 'How would anyone have known?') => {
    const field = await aMeeting(engine.db);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, seedWriteUp({ title: 'T', standfirst: '', sections: [], findings: [], moments: [] }));
    const app: App = {
      ...field.app,
      collab: { ...field.app.collab, edit: async (_document, _by, change) => change(doc) },
    };
    await field.press(field.felicity, { command: 'start' });
    await field.press(field.priya, { command: 'capture', kind: 'question', words });
    const [row] = await engine.db
      .selectFrom('captures')
      .select('id')
      .where('meeting_id', '=', field.meeting_)
      .execute();
    const capture = row?.id ?? '';
    const offer = (person: RoomField['priya']) => offerOpenQuestion(app, person, field.meeting_, { capture });
    return { ...field, app, offer, findings: () => readWriteUp(doc).findings };
  };

  describe('[C4] open questions', () => {
    test('nothing goes into the write-up unasked; asked, it goes in once, also when asked twice at once', async () => {
      const { analyst, offer, findings, press, felicity } = await withQuestion();
      await press(felicity, { command: 'end' });
      expect(findings()).toEqual([]);
      const both = await Promise.all([offer(analyst), offer(analyst)]);
      expect(both.filter((answer) => answer === true)).toHaveLength(1);
      expect(findings()).toMatchObject([{ kind: 'open-question', title: 'How would anyone have known?' }]);
    });

    test('a long one keeps all its words', async () => {
      const words = 'Why was it quiet? '.repeat(40).trim();
      const { analyst, offer, findings } = await withQuestion(words);
      await offer(analyst);
      expect(JSON.stringify(findings()[0]?.blocks)).toContain(words);
    });

    test('only those who write the write-up take it over', async () => {
      const { otto, offer, press, felicity, findings } = await withQuestion();
      await press(felicity, { command: 'end' });
      await expect(offer(otto)).rejects.toMatchObject({ init: { status: 403 } });
      expect(findings()).toEqual([]);
    });

    test('where the write-up cannot be reached it can be asked for again', async () => {
      const field = await withQuestion();
      const broken: App = {
        ...field.app,
        collab: { ...field.app.collab, edit: () => Promise.reject(new Error('away')) },
      };
      const [row] = await engine.db
        .selectFrom('captures')
        .select('id')
        .where('meeting_id', '=', field.meeting_)
        .execute();
      const ask = (app: App) =>
        offerOpenQuestion(app, field.analyst, field.meeting_, { capture: row?.id ?? '' });
      await expect(ask(broken)).rejects.toThrow('away');
      expect(await ask(field.app)).toBe(true);
    });
  });
});
