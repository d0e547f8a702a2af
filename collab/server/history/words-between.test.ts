import { afterAll, expect, it } from 'vitest';
import { blockElement } from '#collab/document/block-elements.ts';
import { forEachEngine } from '#db/testing.ts';
import { aReview } from '../../../server/soak/testing.ts';
import { createHistory } from './create-history.ts';
import { aWrittenDocument, paragraph, textIn } from './testing.ts';

const SECTIONS = [
  { id: 's1', title: 'The errand', blocks: [paragraph('b1', 'The copy was running.')] },
  { id: 's2', title: 'The night', blocks: [paragraph('b2', 'Nobody slept.')] },
];

forEachEngine((engine) => {
  const opened: { close(): Promise<void> }[] = [];
  afterAll(async () => {
    for (const one of opened) await one.close();
  });
  const written = async () => {
    const field = await aReview(engine.db);
    const priya = await field.person('Priya');
    const document = await aWrittenDocument(engine.db, field.review, field.analyst.id, {
      sections: SECTIONS,
    });
    const log = { info: () => {}, error: (_: string, error: unknown) => expect.unreachable(String(error)) };
    const history = createHistory({ db: engine.db, clock: document.clock, log });
    opened.push(history);
    const [amir, author] = [document.writer(field.analyst.id), document.writer(priya.id)];
    return { ...document, history, amir, priya: author };
  };

  const beforeGone = async (
    { document, history }: Awaited<ReturnType<typeof written>>,
    [after, upTo]: [number, number],
  ) => {
    const { passages } = (await history.port.compare(document, after, upTo)).between;
    const letters = passages[0]?.letters ?? { client: 0, first: 0, last: 0 };
    return history.port.beforeTakenOut(document, letters, { after, upTo });
  };

  it('[D13] words that came and went are told with who wrote them, and one version still has them whole', async () => {
    const place = await written();
    const { document, history, amir, priya, first } = place;
    const sentence = 'By midnight three of us had looked at the wrong host.';
    for (const word of sentence.match(/\S+ ?/g) ?? [])
      await priya.edits((doc) => {
        const text = textIn(doc, 'section:s2');
        text.insert(text.length, word);
      });
    await amir.edits((doc) => textIn(doc, 'section:s1').insert(0, 'At five, '));
    const whole = await amir.edits((doc) => textIn(doc, 'section:s1').delete(0, 3));
    await priya.edits((doc) => textIn(doc, 'section:s2').delete(13 + 20, sentence.length - 20));
    const last = await priya.edits((doc) => textIn(doc, 'section:s2').delete(13, 20));
    const { parts, between } = await history.port.compare(document, first, last);
    expect(JSON.stringify(parts)).not.toContain('midnight');
    expect(between).toMatchObject({
      passages: [{ text: sentence, by: [priya.person], kind: 'section', title: 'The night' }],
      more: 0,
    });
    expect(await beforeGone(place, [first, last])).toBe(whole);
    expect(JSON.stringify((await history.port.show(document, whole)).sections)).toContain(sentence);
  });

  it('[D13] words that came and went are told where whole blocks went, and not where words were moved or corrected', async () => {
    const place = await written();
    const { document, history, priya, first } = place;
    const block = (id: string, words: string) => [blockElement(paragraph(id, words))];
    await priya.edits((doc) => {
      const section = doc.getXmlFragment('section:s1');
      section.insert(1, block('b3', 'We had not slept.'));
      section.insert(2, block('b4', 'Nobody said a word.'));
      doc.getXmlFragment('section:s2').insert(1, block('b5', 'This one is only moved.'));
      textIn(doc, 'section:s1').insert(0, 'teh ');
    });
    const last = await priya.edits((doc) => {
      const section = doc.getXmlFragment('section:s1');
      textIn(doc, 'section:s1').delete(0, 4);
      section.delete(1, 2);
      doc.getXmlFragment('section:s2').delete(1, 1);
      section.insert(0, block('b6', 'This one is only moved.'));
    });
    const { passages } = (await history.port.compare(document, first, last)).between;
    expect(passages.map(({ text }) => text.split(/\n+/))).toEqual([
      ['We had not slept.', 'Nobody said a word.'],
    ]);
  });

  it('[D13] words that were never sent before they went stand in no version', async () => {
    const place = await written();
    const { priya, first } = place;
    priya.types((doc) => textIn(doc, 'section:s2').insert(0, 'Typed on the train, offline. '));
    priya.types((doc) => textIn(doc, 'section:s2').delete(0, 29));
    priya.types((doc) => textIn(doc, 'section:s2').insert(0, 'Still: '));
    const last = await priya.sends();
    expect(await beforeGone(place, [first, last])).toBeNull();
  });
});
