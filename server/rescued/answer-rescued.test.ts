import { afterAll, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { showPlace } from '#collab/document/place-entry.ts';
import { removeSection } from '#collab/document/sections.ts';
import type { Collab } from '#collab/server/create-collab.server.ts';
import { aWrittenDocument, paragraph, textIn } from '#collab/server/history/testing.ts';
import { quietCollab } from '#collab/server/testing.ts';
import { extendRescued, insertRescued, listOpenRescues } from '#db/rescued-words.ts';
import { forEachEngine } from '#db/testing.ts';
import type { App } from '../app.ts';
import { aMeeting } from '../meetings/testing.ts';
import { answerRescued } from './answer-rescued.ts';
import { listOffers } from './list-rescued.ts';

forEachEngine((engine) => {
  const collabs: Collab[] = [];
  afterAll(async () => {
    for (const collab of collabs) await collab.close();
  });

  /** Words of Amir's that were lost behind "Two.", and offered. */
  const offered = async (kind: 'lost' | 'hidden' = 'lost') => {
    const field = await aMeeting(engine.db);
    const { analyst: amir, review } = field;
    const { document } = await aWrittenDocument(engine.db, review, amir.id, {
      sections: [{ id: 's', title: 'One', blocks: [paragraph('b', 'Two.')] }],
    });
    const lost = {
      person: amir.id,
      kind,
      place: 'section:s',
      block: 'b',
      afterBlock: '',
      before: 'Two.',
      words: ' Thr',
      after: '',
      ranges: [[1, 0, 4]] as const,
      at: field.app.clock.now(),
    };
    await insertRescued(engine.db, document, lost);
    const collab = quietCollab(engine.db, field.app);
    collabs.push(collab);
    const app: App = { ...field.app, collab: collab.port };
    const offers = () => listOpenRescues(engine.db, document, amir.id);
    const words = async () => {
      const doc = await app.collab.read(document);
      return doc && textIn(doc, 'section:s').toString();
    };
    return { app, amir, review, document, lost, offers, words, id: (await offers())[0]?.id ?? 0 };
  };

  it('[D13] words that come in while their offer is being put back go back with it, or are offered', async () => {
    const { app, amir, review, lost, offers, words, id } = await offered();
    let isGrown = false;
    const collab: App['collab'] = {
      ...app.collab,
      editOnce: async (...asked) => {
        const grown = { ...lost, words: ' Three.', ranges: [[1, 0, 7]] as const };
        if (!isGrown) expect(await extendRescued(engine.db, id, grown)).toBe(true);
        isGrown = true;
        return app.collab.editOnce(...asked);
      },
    };
    const done = await answerRescued({ ...app, collab }, amir, review, { id, answer: 'put-back' });
    expect(done.written).toMatchObject({ length: ' Three.'.length });
    expect(await words()).toBe('Two. Three.');
    expect(await offers()).toEqual([]);
  });

  it('[D13] an offer of words that have come back into sight by themselves is answered, and nothing is written', async () => {
    const { app, amir, review, offers, words, id } = await offered('hidden');
    expect(await answerRescued(app, amir, review, { id, answer: 'put-back' })).toEqual({ written: null });
    expect(await words()).toBe('Two.');
    expect(await offers()).toEqual([]);
  });

  it('[D13] words in a part that is in sight again are not listed as lost, and are while it is not', async () => {
    const { app, amir, document, offers } = await offered('hidden');
    const listed = async () => (await listOffers(app, amir, document)).map(({ words }) => words);
    const remove = (doc: Y.Doc) => removeSection(doc, 's');
    expect(await listed()).toEqual([]);
    await app.collab.edit(document, amir.id, remove);
    expect(await listed()).toEqual([' Thr']);
    await app.collab.edit(document, amir.id, (doc) => showPlace(doc, 'section:s'));
    expect(await listed()).toEqual([]);
    // listed again, were it taken out again
    expect(await offers()).toHaveLength(1);
  });

  it('[D13] put back in two tabs at once it is put back once', async () => {
    const { app, amir, review, offers, words, id } = await offered();
    const press = () => answerRescued(app, amir, review, { id, answer: 'put-back' });
    const done = await Promise.all([press(), press()]);
    expect(done.filter(({ written }) => written)).toHaveLength(1);
    expect(await words()).toBe('Two. Thr');
    expect(await offers()).toEqual([]);
  });
});
