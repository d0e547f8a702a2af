import { afterAll, beforeAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addFinding, moveFinding, removeFinding } from '#collab/document/findings.ts';
import { isHidden } from '#collab/document/place-entry.ts';
import { readStructure } from '#collab/document/read-structure.ts';
import { addSection, moveSection, removeSection } from '#collab/document/sections.ts';
import { listOpenRescues } from '#db/rescued-words.ts';
import { forEachEngine } from '#db/testing.ts';
import { logRows, startCollab, type TestCollab, until } from '../testing.ts';
import { type Desk, openDesk } from './testing/desk.ts';
import { BLOCKS } from './testing/edits.ts';

const PLACES = ['section:s', 'finding:f'];
const IN_ORDER = { sections: ['s', 'other'], findings: ['f', 'other'] };

/** What Priya does to a section and a finding. */
const DEEDS: [string, (doc: Y.Doc) => void][] = [
  [
    'removes',
    (doc) => {
      removeSection(doc, 's');
      removeFinding(doc, 'f');
    },
  ],
  [
    'moves',
    (doc) => {
      moveSection(doc, 's', 'other');
      moveFinding(doc, 'f', 'other');
    },
  ],
];

forEachEngine((engine) => {
  let server: TestCollab;
  beforeAll(async () => {
    server = await startCollab(engine.db, {
      durations: { compactQuiet: 60, compactLongest: 300, logPoll: 100 },
    });
  });
  afterAll(() => server.stop());

  const addBoth = (doc: Y.Doc, id: { section: string; finding: string }) => {
    addSection(doc, { id: id.section, title: 'A section', blocks: BLOCKS });
    addFinding(doc, { id: id.finding, kind: 'contributor', title: 'A finding', blocks: BLOCKS });
  };
  const meet = async () => {
    const document = await server.document();
    await server.collab.port.edit(document, null, (doc) => {
      addBoth(doc, { section: 's', finding: 'f' });
      addBoth(doc, { section: 'other', finding: 'other' });
    });
    const priya = await openDesk(server, document, await server.person('Priya'));
    const quinn = await openDesk(server, document, await server.person('Quinn'));
    return { document, priya, quinn };
  };
  const stateOf = ({ open }: Desk) => Y.encodeStateVector(open.doc).join();
  const bothHave = (...[one, other]: [Desk, Desk]) =>
    until(() => !one.open.hasUnsentWords() && stateOf(one) === stateOf(other), 'both have it');
  const apart = async (desks: Desk[], deeds: () => void) => {
    for (const desk of desks) desk.cut();
    deeds();
    for (const desk of desks) await desk.back();
  };
  const types = ({ in: editorOf }: Desk) => {
    for (const place of PLACES) editorOf(place).type(' Kept.', 'Two');
  };
  const undoAll = ({ undo }: Desk) => {
    while (undo.undo());
  };
  const stands = async (document: string) => {
    await until(async () => (await logRows(engine.db, document)) === 0, 'the log is looked through');
    const doc = await server.collab.port.read(document);
    if (!doc) throw new Error('nothing stands there');
    const { sections, findings } = readStructure(doc);
    return {
      words: PLACES.map((place) => doc.getXmlFragment(place).toString().includes('two. Kept.')),
      hidden: PLACES.filter((place) => isHidden(doc, place)),
      order: {
        sections: sections.map(({ id }) => id),
        findings: findings.map(({ id }) => id),
      },
      offered: (await listOpenRescues(engine.db, document))
        .map(({ kind, place }) => `${kind} ${place}`)
        .sort(),
    };
  };
  const WHOLE = { words: [true, true], hidden: [], order: IN_ORDER, offered: [] };

  it.each(DEEDS)(
    '[D13] words typed into a section and a finding while the other %s them and undoes it stand where they were typed',
    async (_, deed) => {
      const { document, priya, quinn } = await meet();
      await apart([priya, quinn], () => {
        deed(priya.open.doc);
        undoAll(priya);
        types(quinn);
      });
      expect(await stands(document)).toEqual(WHOLE);
    },
  );

  it('[D13] words typed while the other undoes a move that both have seen stay', async () => {
    const { document, priya, quinn } = await meet();
    DEEDS[1]?.[1](priya.open.doc);
    await bothHave(priya, quinn);
    await apart([priya, quinn], () => {
      undoAll(priya);
      types(quinn);
    });
    expect(await stands(document)).toEqual(WHOLE);
  });

  it('[D13] words typed into what was being removed are in sight again once that is undone', async () => {
    const { document, priya, quinn } = await meet();
    await apart([priya, quinn], () => {
      DEEDS[0]?.[1](priya.open.doc);
      types(quinn);
    });
    expect(await stands(document)).toMatchObject({
      words: [true, true],
      hidden: PLACES,
      offered: ['hidden finding:f', 'hidden section:s'],
    });
    undoAll(priya);
    await bothHave(priya, quinn);
    // what is offered of a part in sight is shown to nobody (`rescued-board.ts`, `list-rescued.ts`)
    expect(await stands(document)).toMatchObject({ words: [true, true], hidden: [], order: IN_ORDER });
  });

  it('[D13] words typed into what the other had added, while adding is undone, stay in it, and their author is told where', async () => {
    const document = await server.document();
    const priya = await openDesk(server, document, await server.person('Priya'));
    const quinn = await openDesk(server, document, await server.person('Quinn'));
    addBoth(priya.open.doc, { section: 's', finding: 'f' });
    await bothHave(priya, quinn);
    await apart([priya, quinn], () => {
      undoAll(priya);
      types(quinn);
    });
    expect(await stands(document)).toMatchObject({
      words: [true, true],
      hidden: PLACES,
      offered: ['hidden finding:f', 'hidden section:s'],
    });
  });
});
