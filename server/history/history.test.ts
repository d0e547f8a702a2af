import { afterAll, expect, it } from 'vitest';
import { addFinding } from '#collab/document/findings.ts';
import type { Collab } from '#collab/server/create-collab.server.ts';
import { aWrittenDocument, paragraph, textIn } from '#collab/server/history/testing.ts';
import { quietCollab } from '#collab/server/testing.ts';
import { putReviewPerson } from '#db/review-people.ts';
import { forEachEngine } from '#db/testing.ts';
import { versionWords } from '#domain/history/version.ts';
import { isRefused } from '#domain/refused.ts';
import type { App, SignedIn } from '../app.ts';
import { aMeeting, makePrivate } from '../meetings/testing.ts';
import { nameVersion } from './name-version.ts';
import { putVersionBack } from './put-version-back.ts';
import { readChanges } from './read-changes.ts';
import { readHistory } from './read-history.ts';
import { readPutBack } from './read-put-back.ts';
import { readVersion } from './read-version.ts';

forEachEngine((engine) => {
  const collabs: Collab[] = [];
  const errors: unknown[] = [];
  afterAll(async () => {
    for (const collab of collabs) await collab.close();
    expect(errors).toEqual([]);
  });

  /** A planned review meeting, a write-up with two sections, Amir the analyst and Priya its writer. */
  const written = async () => {
    const field = await aMeeting(engine.db);
    const { analyst: amir, priya, review } = field;
    await putReviewPerson(engine.db, review, {
      person_id: priya.id,
      role: 'writer',
      was_involved: false,
      leads_involved: false,
    });
    const document = await aWrittenDocument(engine.db, review, amir.id, {
      title: 'A wrong host',
      sections: [
        { id: 's1', title: 'The errand', blocks: [paragraph('b1', 'The copy was running.')] },
        { id: 's2', title: 'The night', blocks: [paragraph('b2', 'Nobody slept.')] },
      ],
    });
    const log = { info: () => {}, error: (_: string, error: unknown) => void errors.push(error) };
    const collab = quietCollab(engine.db, { clock: field.app.clock, log });
    collabs.push(collab);
    const app: App = { ...field.app, collab: { ...collab.port, roomChanged: () => {} } };
    const writes = (person: SignedIn) => document.writer(person.id);
    return { ...field, app, document, id: review as string, amir, priya, writes };
  };

  const status = (asked: Promise<unknown>) =>
    asked.then(
      () => 200,
      (thrown) => thrown?.init?.status,
    );

  it('[P13] history lists who wrote when, and somebody erased reads as a former member', async () => {
    const { app, id, amir, priya, document, writes } = await written();
    document.pass(60);
    const last = await writes(priya).edits((doc) => textIn(doc, 'section:s1').insert(0, 'At five. '));
    const { lines, older } = await readHistory(app, amir, id, null);
    expect(older).toBeNull();
    expect(lines.map((line) => line.by)).toEqual([priya.name, amir.name]);
    expect(lines[0]).toMatchObject({ seq: last, byButton: false });
    expect(lines[1]).toMatchObject({ byButton: true });
    await engine.db.deleteFrom('meeting_people').where('person_id', '=', priya.id).execute();
    await engine.db.deleteFrom('people').where('id', '=', priya.id).execute();
    expect((await readHistory(app, amir, id, null)).lines[0]?.by).toBe('a former member');
    expect((await readVersion(app, amir, id, String(last))).version.by).toBe('a former member');
    const told = await readChanges(app, amir, id, { from: String(document.first), to: null });
    expect(told.names).toEqual({});
    expect(JSON.stringify(told.changes)).toContain(priya.id);
  });

  it('[P13] any version is compared with any other, with the beginning and with now', async () => {
    const { app, id, amir, priya, document, writes } = await written();
    document.pass(60);
    const second = await writes(priya).edits((doc) => textIn(doc, 'section:s1').insert(0, 'At five. '));
    document.pass(60);
    const third = await writes(priya).edits((doc) => textIn(doc, 'section:s2').insert(0, 'At six. '));
    const first = async (compare: string | null) =>
      (await readHistory(app, amir, id, null, compare)).choosing?.first;
    expect((await readHistory(app, amir, id, null)).choosing).toBeNull();
    expect([await first(''), await first('anything')]).toEqual([null, null]);
    expect(await first('now')).toEqual({ seq: 'now', at: null, by: null, words: null });
    expect(await first('0')).toEqual({ seq: 0, at: null, by: null, words: null });
    expect(await first(String(second))).toMatchObject({ seq: second, by: priya.name, words: null });
    await nameVersion(app, amir, id, String(second), 'Before the night');
    expect(await first(String(second))).toMatchObject({ seq: second, words: 'Before the night' });
    // whichever was chosen first, it is told from the earlier to the later
    for (const [from, to] of [
      [second, third],
      [third, second],
    ]) {
      const told = await readChanges(app, amir, id, { from: String(from), to: String(to) });
      expect([told.earlier.seq, told.later.seq]).toEqual([second, third]);
      expect(JSON.stringify(told.changes)).toContain('At six.');
      expect(JSON.stringify(told.changes)).not.toContain('At five.');
    }
  });

  it('[P13] is for those who write it: other readers may not, strangers find nothing', async () => {
    const { app, id, amir, priya, otto, document, ...field } = await written();
    const seq = String(document.first);
    const asking = (person: SignedIn, review = id) => [
      readHistory(app, person, review, null),
      readVersion(app, person, review, seq),
      readChanges(app, person, review, { from: seq, to: null }),
      readPutBack(app, person, review, seq, 'whole'),
      nameVersion(app, person, review, seq, 'Mine'),
      putVersionBack(app, person, review, seq, 'whole'),
    ];
    const all = (person: SignedIn) => Promise.all(asking(person).map(status));
    expect(await all(otto)).toEqual([403, 403, 403, 403, 403, 403]);
    expect(await all(priya)).toEqual([200, 200, 200, 200, 200, 200]);
    await makePrivate({ ...field, app }, []);
    expect(await all(otto)).toEqual([404, 404, 404, 404, 404, 404]);
    expect(await all(amir)).toEqual([200, 200, 200, 200, 200, 200]);
  });

  it('[bad input 42] a number that is another write-up’s row, or none, is no version', async () => {
    const [mine, other] = [await written(), await written()];
    const theirs = await other.writes(other.amir).edits((doc) => textIn(doc, 'section:s1').insert(0, 'x'));
    for (const seq of [String(theirs), '0', '-1', '1e3', '999999999999999', '9'.repeat(40), 'whole', ''])
      expect(await status(readVersion(mine.app, mine.amir, mine.id, seq)), seq).toBe(404);
    const back = readPutBack(mine.app, mine.amir, mine.id, String(mine.document.first), 'section:nowhere');
    expect(await status(back)).toBe(404);
  });

  it('[P13] the version a review meeting began with, and the one it ended with, are kept by themselves', async () => {
    const { app, id, amir, felicity, press, document, writes } = await written();
    const presented = await writes(amir).edits((doc) => textIn(doc, 'section:s1').insert(0, 'Before. '));
    await press(felicity, { command: 'start' });
    const said = await writes(amir).edits((doc) => textIn(doc, 'section:s1').insert(0, 'During. '));
    await press(felicity, { command: 'end' });
    await writes(amir).edits((doc) => textIn(doc, 'section:s1').insert(0, 'After. '));
    const kept = (await readHistory(app, amir, id, null)).lines.filter((line) => line.line === 'version');
    expect(kept.map(({ seq, words, by }) => [seq, words, by])).toEqual([
      [said, versionWords({ kind: 'meeting-ended', name: '' }), null],
      [presented, versionWords({ kind: 'meeting-began', name: '' }), null],
    ]);
    const version = await readVersion(app, amir, id, String(presented));
    expect(JSON.stringify(version.writeUp)).toContain('Before. The copy');
    expect(JSON.stringify(version.writeUp)).not.toContain('During');
    expect(document.first).toBeLessThan(presented);
  });

  it('[P13] a version has a name, another one, or none', async () => {
    const { app, id, amir, priya, document } = await written();
    const seq = String(document.first);
    const names = async () =>
      (await readHistory(app, amir, id, null)).lines.flatMap((line) =>
        line.line === 'version' ? [[line.words, line.by]] : [],
      );
    expect(await nameVersion(app, priya, id, seq, 'Before the talk')).toBe(true);
    expect(await names()).toEqual([['Before the talk', priya.name]]);
    await nameVersion(app, amir, id, seq, 'As it began');
    expect(await names()).toEqual([['As it began', amir.name]]);
    expect((await readVersion(app, amir, id, seq)).name).toBe('As it began');
    await nameVersion(app, amir, id, seq, '');
    expect(await names()).toEqual([]);
  });

  it('[P13] putting a section back is a new edit by whoever asked; nothing after it is lost', async () => {
    const { app, id, amir, priya, document, writes } = await written();
    const name = document.document;
    const later = await writes(priya).edits((doc) => {
      textIn(doc, 'section:s1').insert(0, 'Nonsense. ');
      textIn(doc, 'section:s2').insert(0, 'In truth: ');
    });
    const first = String(document.first);
    const asked = await readPutBack(app, amir, id, first, 'section:s1');
    expect((await readHistory(app, amir, id, null)).putBackAt).toBeNull();
    expect(asked.part.title).toBe('The errand');
    expect(asked.changes.parts.map((part) => part.id)).toEqual(['s1']);
    expect(await putVersionBack(app, amir, id, first, 'section:s1')).toBe(true);
    const now = JSON.stringify((await readVersion(app, amir, id, await latest(app, amir, id))).writeUp);
    expect(now).toContain('"The copy was running."');
    expect(now).toContain('In truth: Nobody slept.');
    const { lines, putBackAt } = await readHistory(app, amir, id, null);
    expect(putBackAt).toEqual(app.clock.now());
    expect(lines[0]).toMatchObject({ words: 'Put back: The errand', by: amir.name });
    expect(lines[1]).toMatchObject({ by: amir.name, byButton: true });
    expect(JSON.stringify((await readVersion(app, amir, id, String(later))).writeUp)).toContain('Nonsense.');
    const again = await putVersionBack(app, amir, id, first, 'section:s1');
    expect(again).toMatchObject({ refused: expect.stringContaining('already') });
    // and what it replaced comes back the same way
    const tomorrow = new Date(app.clock.now().getTime() + 24 * 3_600_000);
    const onThatDay: App = { ...app, clock: { now: () => tomorrow } };
    expect(await putVersionBack(onThatDay, priya, id, String(later), 'section:s1')).toBe(true);
    expect((await readHistory(app, amir, id, null)).putBackAt).toEqual(tomorrow);
    const doc = await app.collab.read(name);
    expect(doc && textIn(doc, 'section:s1').toString()).toBe('Nonsense. The copy was running.');
  });

  it('[P13] putting a version back twice at once, by one hand or two, puts it back once', async () => {
    const { app, id, amir, priya, document, writes } = await written();
    await writes(priya).edits((doc) => textIn(doc, 'section:s1').delete(0, 'The copy was running.'.length));
    const first = String(document.first);
    const hands = [amir, amir, priya].map((person) => putVersionBack(app, person, id, first, 'section:s1'));
    const answers = await Promise.all(hands);
    expect(answers).toContain(true);
    for (const answer of answers) if (isRefused(answer)) expect(answer.refused).toContain('already');
    const doc = await app.collab.read(document.document);
    expect(doc && textIn(doc, 'section:s1').toString()).toBe('The copy was running.');
    const marks = (await readHistory(app, amir, id, null)).lines.filter(({ line }) => line === 'version');
    expect(marks).toHaveLength(1);
  });

  it('[P13] words another node has just stored go too, though this one has not read them yet', async () => {
    const { app, id, amir, priya, document, writes } = await written();
    // open here from now on
    await app.collab.edit(document.document, amir.id, (doc) => textIn(doc, 'section:s2').insert(0, 'So: '));
    await writes(priya).edits((doc) => textIn(doc, 'section:s1').insert(0, 'Nonsense. '));
    const answer = await putVersionBack(app, amir, id, String(document.first), 'section:s1');
    expect(answer).toBe(true);
    const doc = await app.collab.read(document.document);
    expect(doc && textIn(doc, 'section:s1').toString()).toBe('The copy was running.');
  });

  it('[P13] a finding put back has its kind and words as they were, wherever it stands', async () => {
    const { app, id, amir, document } = await written();
    const edit = (change: Parameters<App['collab']['edit']>[2]) =>
      app.collab.edit(document.document, amir.id, change);
    await edit((doc) =>
      addFinding(doc, {
        id: 'f1',
        kind: 'risk',
        title: 'A quiet tool',
        blocks: [paragraph('b7', 'It waits.')],
      }),
    );
    const then = await latest(app, amir, id);
    await edit((doc) => {
      doc.getMap<Map<string, unknown>>('findings').get('f1')?.set('removed', true);
      textIn(doc, 'finding:f1').insert(0, 'No: ');
    });
    expect(await putVersionBack(app, amir, id, then, 'finding:f1')).toBe(true);
    const { writeUp } = await readVersion(app, amir, id, await latest(app, amir, id));
    expect(writeUp.findings).toMatchObject([
      { id: 'f1', kind: 'risk', blocks: [{ content: [{ text: 'It waits.' }] }] },
    ]);
  });

  const latest = async (app: App, person: SignedIn, id: string): Promise<string> =>
    String((await readHistory(app, person, id, null)).lines.find((line) => line.line === 'stretch')?.seq);
});
