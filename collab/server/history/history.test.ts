import { afterAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { blockElement } from '#collab/document/block-elements.ts';
import { setFindingKind } from '#collab/document/findings.ts';
import { readWriteUp } from '#collab/document/read-write-up.ts';
import { removeSection } from '#collab/document/sections.ts';
import { findHistoryReach } from '#db/document-chapters.ts';
import { foldStretches, LAST_SEQ, listStretches } from '#db/document-history.ts';
import { forEachEngine } from '#db/testing.ts';
import type { ChangedPart } from '#domain/history/changes.ts';
import { joinStretches } from '#domain/history/stretches.ts';
import { aReview } from '../../../server/soak/testing.ts';
import { createHistory } from './create-history.ts';
import { createHistoryThread } from './history-thread.server.ts';
import { keepChapter } from './keep-chapter.ts';
import { aWrittenDocument, paragraph, textIn } from './testing.ts';

const SECTIONS = [
  { id: 's1', title: 'The errand', blocks: [paragraph('b1', 'The copy was running.')] },
  { id: 's2', title: 'The night', blocks: [paragraph('b2', 'Nobody slept.')] },
];

forEachEngine((engine) => {
  const errors: unknown[] = [];
  const log = { info: () => {}, error: (_: string, error: unknown) => void errors.push(error) };
  const written = async () => {
    const field = await aReview(engine.db);
    const [amir, priya] = [field.analyst, await field.person('Priya')];
    const document = await aWrittenDocument(engine.db, field.review, amir.id, {
      title: 'A wrong host',
      sections: SECTIONS,
      findings: [
        {
          id: 'f1',
          kind: 'contributor',
          title: 'A quiet tool',
          blocks: [],
          reasonable: [],
          ended: [],
          systems: [],
          evidence: [],
          moments: [],
        },
      ],
    });
    const history = createHistory({ db: engine.db, clock: document.clock, log });
    opened.push(history);
    return { ...document, history, amir: document.writer(amir.id), priya: document.writer(priya.id) };
  };
  const opened: { close(): Promise<void> }[] = [];
  afterAll(async () => {
    for (const one of opened) await one.close();
    expect(errors).toEqual([]);
  });

  it('[P13] a version reads as it was, whatever was written since', async () => {
    const { document, history, amir, priya, first } = await written();
    const then = await amir.edits((doc) => textIn(doc, 'section:s1').insert(0, 'At five, '));
    await priya.edits((doc) => textIn(doc, 'section:s1').delete(0, 9));
    await priya.edits((doc) => removeSection(doc, 's1'));
    const version = await history.port.show(document, then);
    expect(version.sections.map(({ title }) => title)).toEqual(['The errand', 'The night']);
    expect(version.sections[0]?.blocks[0]).toMatchObject({
      content: [{ text: 'At five, The copy was running.' }],
    });
    expect((await history.port.show(document, first)).sections[0]?.blocks[0]).toMatchObject({
      content: [{ text: 'The copy was running.' }],
    });
    expect((await history.port.show(document, LAST_SEQ)).sections.map(({ id }) => id)).toEqual(['s2']);
  });

  it('[P13] differences are told word by word, each with who wrote it or took it out', async () => {
    const { document, history, amir, priya, first } = await written();
    await amir.edits((doc) => {
      textIn(doc, 'section:s1').delete(9, 3);
      textIn(doc, 'section:s1').insert(9, 'seemed to be');
    });
    await priya.edits((doc) =>
      doc.getXmlFragment('section:s1').insert(1, [blockElement(paragraph('b9', 'I saw it too.'))]),
    );
    const last = await priya.edits((doc) => setFindingKind(doc, 'f1', 'risk'));
    const changes = await history.port.compare(document, first, last);
    const [section, finding, ...more] = changes.parts;
    expect(more).toEqual([]);
    expect(told(section)).toEqual([
      ['The copy ', `-was (${amir.person})`, `+seemed to be (${amir.person})`, 'running.'],
      [`+I saw it too. (${priya.person})`],
    ]);
    expect(finding?.facts).toEqual([
      { fact: 'kind', before: 'contributor', after: 'risk', by: [priya.person] },
    ]);
    expect((await history.port.compare(document, last, last)).parts).toEqual([]);
  });

  it('[P13] the first words of a place that was empty are told', async () => {
    const { document, history, priya, first } = await written();
    const block = blockElement(paragraph('b7', 'It had never failed.'));
    const last = await priya.edits((doc) => doc.getXmlFragment('finding-reasonable:f1').insert(0, [block]));
    const [finding] = (await history.port.compare(document, first, last)).parts;
    expect(told(finding)).toContainEqual([`+It had never failed. (${priya.person})`]);
  });

  it('[P13] a section taken out says by whom', async () => {
    const { document, history, priya, first } = await written();
    const last = await priya.edits((doc) => removeSection(doc, 's2'));
    const [part] = (await history.port.compare(document, first, last)).parts;
    expect(part).toMatchObject({
      kind: 'section',
      id: 's2',
      title: 'The night',
      op: 'out',
      by: [priya.person],
    });
  });

  it('[D13] words typed into what another was taking out stand in the history', async () => {
    const { document, history, amir, priya, first } = await written();
    priya.types((doc) => textIn(doc, 'section:s1').insert(8, ' of the database'));
    await amir.edits((doc) => doc.getXmlFragment('section:s1').delete(0, 1));
    const last = await priya.sends();
    expect(JSON.stringify(await history.port.show(document, last))).not.toContain('of the database');
    expect((await history.port.compare(document, first, last)).adrift).toEqual([
      { text: ' of the database', by: [priya.person] },
    ]);
  });

  describe('putting back', () => {
    const apply = (doc: Y.Doc, edit: Uint8Array | 'same' | null) => {
      if (!(edit instanceof Uint8Array)) throw new Error(`nothing to put back: ${edit}`);
      Y.applyUpdate(doc, edit);
      return readWriteUp(doc);
    };
    const words = (writeUp: ReturnType<typeof readWriteUp>, at: number) =>
      JSON.stringify(writeUp.sections[at]?.blocks.map((block) => ('content' in block ? block.content : '')));

    it('[P13] of one section leaves the others, and what was written in it since stays in the history', async () => {
      const { document, history, now, amir, priya, first } = await written();
      await amir.edits((doc) => textIn(doc, 'section:s1').insert(0, 'Nonsense. '));
      const last = await priya.edits((doc) => textIn(doc, 'section:s2').insert(0, 'In truth: '));
      const edit = await history.port.editBack(document, first, { kind: 'section', id: 's1' });
      const after = apply(now(), edit);
      expect(words(after, 0)).toContain('"The copy was running."');
      expect(words(after, 1)).toContain('In truth: Nobody slept.');
      expect((await history.port.show(document, last)).sections[0]?.blocks[0]).toMatchObject({
        content: [{ text: 'Nonsense. The copy was running.' }],
      });
    });

    it('[P13] keeps the words of somebody who writes beside it at that moment', async () => {
      const { document, history, now, amir, priya, first } = await written();
      await amir.edits((doc) => textIn(doc, 'section:s1').insert(0, 'Nonsense. '));
      const edit = await history.port.editBack(document, first, { kind: 'section', id: 's1' });
      await priya.edits((doc) => {
        const text = textIn(doc, 'section:s1');
        text.insert(text.length, ' I heard it.');
      });
      expect(words(apply(now(), edit), 0)).toContain('The copy was running. I heard it.');
    });

    it('[P13] of the whole brings back what was taken out and takes out what came since', async () => {
      const { document, history, now, amir, priya, first } = await written();
      const then = readWriteUp(now());
      await amir.edits((doc) => removeSection(doc, 's1'));
      await priya.edits((doc) => {
        setFindingKind(doc, 'f1', 'mitigator');
        textIn(doc, 'section:s2').format(0, 6, { bold: {} });
        textIn(doc, 'title').insert(0, 'On ');
        doc.getXmlFragment('section:s2').insert(0, [blockElement(paragraph('b5', 'New.'))]);
      });
      const doc = now();
      expect(apply(doc, await history.port.editBack(document, first, { kind: 'whole' }))).toEqual(then);
    });

    it('[P13] of what reads like that already, or was never there, changes nothing', async () => {
      const { document, history, first } = await written();
      expect(await history.port.editBack(document, first, { kind: 'whole' })).toBe('same');
      expect(await history.port.editBack(document, first, { kind: 'section', id: 's1' })).toBe('same');
      expect(await history.port.editBack(document, first, { kind: 'section', id: 'nowhere' })).toBeNull();
    });
  });

  it('[P13] chapters and rows tell the same as rows alone, and so do the stretches', async () => {
    const { document, history, clock, pass, amir, priya, first } = await written();
    const seqs: number[] = [];
    const goOn = async () => {
      for (let word = 0; word < 12; word++) {
        const one = word % 3 === 0 ? priya : amir;
        seqs.push(await one.edits((doc) => textIn(doc, 'section:s1').insert(word, `${word} `)));
        if (word % 4 === 0) seqs.push(await priya.edits((doc) => textIn(doc, 'section:s1').delete(0, 2)));
        pass(word === 6 ? 45 : 1);
      }
    };
    await goOn();
    const middle = seqs.at(-4) ?? 0;
    const last = seqs.at(-1) ?? 0;
    const asked = () =>
      Promise.all([
        history.port.show(document, middle),
        history.port.compare(document, first, middle),
        history.port.compare(document, middle, last),
        history.port.compare(document, seqs[2] ?? 0, last),
      ]);
    const rowsAlone = await asked();
    const folded = await foldStretches(engine.db, document, { after: 0, upTo: LAST_SEQ });
    expect(folded.filter(({ person }) => person === priya.person)).toHaveLength(2);

    const thread = createHistoryThread(1000);
    opened.push(thread);
    const keeping = { db: engine.db, thread, now: () => clock.now(), leastRows: 5 };
    // the last rows are younger than half a minute, then they are not
    expect(await keepChapter(keeping, document)).toBe(false);
    expect((await findHistoryReach(engine.db, document)).toSeq).toBeGreaterThan(0);
    expect(await asked()).toEqual(rowsAlone);
    await goOn();
    pass(5);
    await keepChapter(keeping, document);
    const reach = await findHistoryReach(engine.db, document);
    expect(reach.toSeq).toBeGreaterThan(last);
    expect(await asked()).toEqual(rowsAlone);
    const stored = await listStretches(engine.db, document, { before: LAST_SEQ, limit: 100 });
    const tail = await foldStretches(engine.db, document, { after: reach.toSeq, upTo: LAST_SEQ });
    const bySeq = stored.toSorted((one, other) => one.fromSeq - other.fromSeq);
    expect(joinStretches(bySeq, tail)).toEqual(
      await foldStretches(engine.db, document, { after: 0, upTo: LAST_SEQ }),
    );
  });
});

/** "+words (by)" put in, "-words (by)" taken out, block by block. */
const told = (part: ChangedPart | undefined): string[][] =>
  (part?.places ?? []).flatMap(({ blocks }) =>
    blocks.map(({ runs }) =>
      runs.map(({ op, text, by }) =>
        op === 'same' ? text : `${op === 'in' ? '+' : '-'}${text.trim()} (${by.join(', ')})`,
      ),
    ),
  );
