import { joinBackward } from 'prosemirror-commands';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addFinding, removeFinding } from '#collab/document/findings.ts';
import { putBack } from '#collab/document/put-back.ts';
import { addSection, moveSection, removeSection } from '#collab/document/sections.ts';
import { answerRescued, listOpenRescues } from '#db/rescued-words.ts';
import { forEachEngine } from '#db/testing.ts';
import type { CompactionStep } from '../compaction/compact-document.server.ts';
import { HistoryTooLong } from '../history/read-sources.ts';
import { NO_MEASURES } from '../measures.ts';
import { logRows, startCollab, type TestCollab, until } from '../testing.ts';
import { findRescue, keepRescue } from './rescue-words.server.ts';
import { type Desk, openDesk } from './testing/desk.ts';
import { BLOCKS, EDITS } from './testing/edits.ts';

forEachEngine((engine) => {
  let server: TestCollab;
  let counted = 0;
  let failAt: CompactionStep | null = null;
  beforeAll(async () => {
    server = await startCollab(engine.db, {
      durations: { compactQuiet: 60, compactLongest: 300, logPoll: 100 },
      measures: {
        ...NO_MEASURES,
        rescued: (count) => {
          counted += count;
        },
      },
      onCompactionStep: (_name, step) => {
        if (step === failAt) throw new Error('stopped');
      },
    });
  });
  afterAll(() => server.stop());

  const meet = async (sections: readonly string[] = ['s']) => {
    const document = await server.document();
    await server.collab.port.edit(document, null, (doc) => {
      for (const id of sections) addSection(doc, { id, title: id, blocks: BLOCKS });
    });
    const priya = await openDesk(server, document, await server.person('Priya'));
    const quinn = await openDesk(server, document, await server.person('Quinn'));
    return { document, priya, quinn };
  };
  const offers = (document: string) => listOpenRescues(engine.db, document);
  const textOf = async (document: string, place = 'section:s') =>
    (await server.collab.port.read(document))?.getXmlFragment(place).toString() ?? '';
  const lookedThrough = (document: string) =>
    until(async () => (await logRows(engine.db, document)) === 0, 'the log is looked through');
  const apart = async (desks: Desk[], deeds: () => void) => {
    for (const desk of desks) desk.cut();
    deeds();
    for (const desk of desks) await desk.back();
  };

  it.each(['Priya', 'Quinn'])(
    '[D13] words typed into each structural edit stay, or are offered to their author alone; %s comes back first',
    async (first) => {
      const { document, priya, quinn } = await meet(EDITS.map((_, at) => `s${at}`));
      await apart(first === 'Priya' ? [priya, quinn] : [quinn, priya], () => {
        for (const [at, { deed }] of EDITS.entries()) deed(priya.in(`section:s${at}`));
        for (const [at, { into, behind }] of EDITS.entries())
          quinn.in(`section:s${at}`).type(` Token${at}.`, into, behind);
      });
      await lookedThrough(document);
      const found = await offers(document);
      for (const [at, { name, words }] of EDITS.entries()) {
        const place = `section:s${at}`;
        const here = found.filter((offer) => offer.place === place);
        expect.soft((await textOf(document, place)).includes(`Token${at}.`), name).toBe(words === 'stay');
        expect
          .soft(
            here.map(({ words: lost, person }) => [lost.trim(), person]),
            name,
          )
          .toEqual(words === 'stay' ? [] : [[`Token${at}.`, quinn.person.id]]);
      }
      const [join] = found.filter(({ place }) => place === 'section:s2');
      expect(join).toMatchObject({
        kind: 'lost',
        block: 'Two, with the words of two.',
        afterBlock: 'One.',
        after: '',
      });
      expect(join?.before).toBe('Two, with the words of two.');
    },
    40_000,
  );

  it('[D13] words typed while the other undoes a structural edit stay, or are offered to their author alone, after each', async () => {
    const { document, priya, quinn } = await meet(EDITS.map((_, at) => `s${at}`));
    for (const [at, { deed }] of EDITS.entries()) deed(priya.in(`section:s${at}`));
    const stateOf = ({ open }: Desk) => Y.encodeStateVector(open.doc).join();
    await until(
      () => !priya.open.hasUnsentWords() && stateOf(priya) === stateOf(quinn),
      'both see the edits',
    );
    const still = [...EDITS.entries()].filter(([at, { into }]) =>
      quinn.in(`section:s${at}`).state().doc.textContent.includes(into),
    );
    await apart([priya, quinn], () => {
      while (priya.undo.undo());
      for (const [at, { into }] of still) quinn.in(`section:s${at}`).type(` Token${at}.`, into);
    });
    await lookedThrough(document);
    const found = await offers(document);
    expect(still.length).toBeGreaterThan(EDITS.length / 2);
    for (const [at, { name }] of still) {
      const stays = (await textOf(document, `section:s${at}`)).includes(`Token${at}.`);
      const here = found.filter(({ place }) => place === `section:s${at}`);
      const lost = here.map(({ words, person }) => [words.trim(), person]);
      expect.soft(lost, name).toEqual(stays ? [] : [[`Token${at}.`, quinn.person.id]]);
    }
    for (const [at, { name, into }] of EDITS.entries())
      expect.soft(await textOf(document, `section:s${at}`), name).toContain(into);
  }, 40_000);

  it('[D13] what the other had seen goes along, and is not offered; nor what one deletes oneself', async () => {
    const { document, priya, quinn } = await meet();
    quinn.in('section:s').type(' Seen.', 'Two');
    await until(() => priya.open.doc.getXmlFragment('section:s').toString().includes('Seen.'), 'seen');
    await apart([priya, quinn], () => {
      priya.in('section:s').run(joinBackward, priya.in('section:s').at('Two'));
      quinn.in('section:s').type(' Not seen.', 'Two');
      quinn.in('section:s').type(' Typed and deleted.', 'Two');
      const from = quinn.in('section:s').at(' Typed and deleted.');
      quinn.in('section:s').change((tr) => tr.delete(from, from + ' Typed and deleted.'.length));
    });
    await lookedThrough(document);
    expect(await textOf(document)).toContain('One.Two, with the words of two. Seen.');
    expect(await offers(document)).toMatchObject([
      { words: ' Not seen.', before: expect.stringMatching(/two\. Seen\.$/) },
    ]);
  });

  it('[D13] typed letter by letter while the other’s edit is on its way it is one offer, and the author’s tabs are told', async () => {
    const { document, priya, quinn } = await meet();
    const before = counted;
    priya.cut();
    priya.in('section:s').run(joinBackward, priya.in('section:s').at('Two'));
    const words = [...' letters'];
    for (const letter of words.slice(0, 4)) quinn.in('section:s').type(letter, 'Two');
    await priya.back();
    await until(async () => (await offers(document)).length === 1, 'offered');
    await until(() => quinn.open.rescued.get() > 0, 'told');
    expect((await offers(document))[0]?.words).toBe(' let');
    expect(counted).toBeGreaterThan(before);
    expect(priya.open.rescued.get()).toBe(0);
  });

  it('[D13] words that come much later, when what they belong to was collected, are one offer with their place', async () => {
    const { document, priya, quinn } = await meet();
    quinn.cut();
    for (const letter of ' late') quinn.in('section:s').type(letter, 'Two');
    priya.in('section:s').run(joinBackward, priya.in('section:s').at('Two'));
    await lookedThrough(document);
    failAt = 'moving';
    await quinn.back();
    await until(() => server.errors.some((error) => error.includes('stopped')), 'stopped while being kept');
    expect(await offers(document)).toEqual([]);
    failAt = null;
    quinn.in('section:s').type(' More.', 'Last.');
    await lookedThrough(document);
    expect(await offers(document)).toMatchObject([{ words: ' late', before: 'Two, with the words of two.' }]);
  });

  it('[D13] a space that was sent and lost before its words is offered with them, and alone to nobody', async () => {
    const { document, priya, quinn } = await meet();
    const offered = () => listOpenRescues(engine.db, document, quinn.person.id);
    priya.cut();
    quinn.in('section:s').type(' ', 'Two');
    await until(() => !quinn.open.hasUnsentWords(), 'the space is sent');
    quinn.cut();
    for (const letter of 'late') quinn.in('section:s').type(letter, 'Two');
    priya.in('section:s').run(joinBackward, priya.in('section:s').at('Two'));
    await priya.back();
    await lookedThrough(document);
    expect((await offers(document)).map(({ words }) => words)).toEqual([' ']);
    expect(await offered()).toEqual([]);
    await quinn.back();
    await lookedThrough(document);
    expect(await offered()).toMatchObject([{ words: ' late', before: 'Two, with the words of two.' }]);
  });

  /** Quinn typed into what Priya joined meanwhile, and is offered it. */
  const oneOffer = async () => {
    const { document, priya, quinn } = await meet();
    await apart([priya, quinn], () => {
      priya.in('section:s').run(joinBackward, priya.in('section:s').at('Two'));
      quinn.in('section:s').type('INSERTED ', 'Two', 'with ');
    });
    await lookedThrough(document);
    const [offer] = await offers(document);
    return { document, priya, quinn, offer };
  };

  it('[D13] the history is looked through page by page, and one too long for that leaves the words to it', async () => {
    const { document, offer } = await oneOffer();
    const again = await findRescue(engine.db, document, [], { pageBytes: 1 });
    expect(again?.located).toMatchObject([
      { words: offer?.words, before: offer?.before, replaces: [offer?.id] },
    ]);
    const errors: unknown[] = [];
    const log = { info: () => {}, error: (_: string, error: unknown) => void errors.push(error) };
    expect(await findRescue(engine.db, document, [], { mostBytes: 100, log })).toBeNull();
    expect(errors).toEqual([expect.any(HistoryTooLong)]);
    const ending = new AbortController();
    ending.abort(new Error('closing'));
    const cut = findRescue(engine.db, document, [], { log, signal: ending.signal });
    await expect(cut).rejects.toThrow('closing');
  });

  it('[D13] a passage is counted once, however often the document is looked through again', async () => {
    const before = counted;
    const { document, priya, quinn } = await oneOffer();
    await until(() => counted > before, 'counted');
    await apart([priya, quinn], () => {
      priya.in('section:s').run(joinBackward, priya.in('section:s').at('Three.'));
      quinn.in('section:s').type(' ANOTHER', 'Three.');
    });
    await lookedThrough(document);
    expect(await offers(document)).toHaveLength(2);
    await until(() => counted > before + 1, 'counted too');
    expect(counted).toBe(before + 2);
  });

  it('[D13] an offer answered while the history was looked through stays answered, and what it grew to is offered anew', async () => {
    const { document, quinn, offer } = await oneOffer();
    const grown = await findRescue(engine.db, document, []);
    const asked = { id: offer?.id ?? 0, document, person: quinn.person.id };
    expect(await answerRescued(engine.db, asked, 'open', 'let-go', new Date())).toBe(true);
    await engine.db.transaction().execute(async (tx) => grown && keepRescue(tx, document, grown));
    expect(await offers(document)).toMatchObject([{ words: offer?.words }]);
    expect((await offers(document))[0]?.id).not.toBe(offer?.id);
  });

  it('[D13] put back once, where the words around them stand now, and undone by the author’s own undo', async () => {
    const { document, quinn, offer } = await oneOffer();
    if (!offer) throw new Error('nothing is offered');
    const asked = { id: offer.id, document, person: quinn.person.id };
    const press = () =>
      server.collab.port.editOnce(
        document,
        quinn.person.id,
        (doc) => putBack(doc, offer),
        (tx) => answerRescued(tx, asked, 'open', 'put-back', new Date()),
      );
    const written = (await Promise.all([press(), press()])).filter((one) => one !== null);
    expect(written).toHaveLength(1);
    expect(await textOf(document)).toContain('One.Two, with INSERTED the words of two.');
    expect(await offers(document)).toEqual([]);
    const fragment = quinn.open.doc.getXmlFragment('section:s');
    await until(() => written[0] && quinn.undo.adopt(written[0], fragment), 'arrived');
    quinn.undo.undo();
    expect(fragment.toString()).toContain('One.Two, with the words of two.');
    quinn.undo.redo();
    expect(fragment.toString()).toContain('with INSERTED the words');
  });

  it('[D13] undo of what took the words away leaves them offered, and they go back into their own block', async () => {
    const { document, priya, quinn } = await meet();
    await apart([priya, quinn], () => {
      const editor = priya.in('section:s');
      editor.change((tr) => tr.delete(editor.at('Two') - 1, editor.at('Three.') - 1));
      quinn.in('section:s').type(' Undone.', 'Two');
    });
    await lookedThrough(document);
    priya.undo.undo();
    await until(() => !priya.open.hasUnsentWords(), 'undone');
    const [offer] = await offers(document);
    expect(offer?.words).toBe(' Undone.');
    if (offer) await server.collab.port.edit(document, quinn.person.id, (doc) => putBack(doc, offer));
    expect(await textOf(document)).toContain('Two, with the words of two. Undone.</textblock>');
  });

  it('[D13] words typed into a section or finding while it is taken out stay in it, and their author is told where', async () => {
    const { document, priya, quinn } = await meet(['s', 'moved']);
    await server.collab.port.edit(document, null, (doc) =>
      addFinding(doc, { id: 'f', kind: 'contributor', title: 'A finding', blocks: BLOCKS.slice(0, 2) }),
    );
    await until(() => quinn.open.doc.getXmlFragment('finding:f').length === 2, 'a finding');
    await apart([priya, quinn], () => {
      removeSection(priya.open.doc, 's');
      removeFinding(priya.open.doc, 'f');
      moveSection(priya.open.doc, 'moved', null);
      for (const place of ['section:s', 'finding:f', 'section:moved']) quinn.in(place).type(' Kept.', 'Two');
    });
    await lookedThrough(document);
    for (const place of ['section:s', 'finding:f', 'section:moved'])
      expect(await textOf(document, place)).toContain('two. Kept.');
    const found = await offers(document);
    expect(found.map(({ kind, place, words }) => [kind, place, words]).sort()).toEqual([
      ['hidden', 'finding:f', ' Kept.'],
      ['hidden', 'section:s', ' Kept.'],
    ]);
  });
});
