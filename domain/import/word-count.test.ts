/** Each word of a source lands in exactly one place, whatever is taken and whatever refused. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefused } from '#domain/refused.ts';
import { blocksText, blockText, writeUpText } from '#domain/write-up-text.ts';
import { besideOthers } from './beside-others.ts';
import { type Choices, isTaken, takingsOf } from './choices.ts';
import { countingIds } from './counting-ids.ts';
import { type Decided, decide } from './decide.ts';
import type { Proposal } from './proposal.ts';
import { proposeWriteUp } from './propose-write-up.ts';
import { markdownFiles } from './word-count.arbitrary.ts';

const REAL = join(import.meta.dirname, '../../../shared/real/post-mortems');
const files = existsSync(REAL) ? readdirSync(REAL).filter((name) => name.endsWith('.md')) : [];

/** Takes all, refuses all, takes every other, in turn. */
const TAKE: readonly ((at: number) => boolean)[] = [() => true, () => false, (at) => at % 2 === 0];

describe.skipIf(files.length === 0)(
  'the five real post-mortems (skipped where ../shared/real is absent)',
  () => {
    it.each(files)('%s: every word of the source is in exactly one place', (name) => {
      const source = readFileSync(join(REAL, name), 'utf8');
      for (const take of TAKE) {
        const { proposal, decided, choices } = brought(name, source, take);
        expect(counted(wordsOfResult(proposal, decided, choices))).toEqual(counted(words(visible(source))));
      }
    });

    it.each(files)('%s: so it is in a write-up that has a title already', (name) => {
      const source = readFileSync(join(REAL, name), 'utf8');
      const { proposal, decided, choices } = brought(name, source, () => true, besideOthers);
      expect(counted(wordsAdded(proposal, decided, choices))).toEqual(counted(words(visible(source))));
    });

    it.each(files)('%s: every address of the source is linked, or listed as left out', (name) => {
      const source = readFileSync(join(REAL, name), 'utf8');
      const { proposal, decided } = brought(name, source, () => true);
      const result = JSON.stringify([decided, proposal.pictures]);
      for (const address of addresses(source)) expect(result).toContain(address);
    });
  },
);

describe('small generated Markdown', () => {
  it('every word is in exactly one place, whatever is taken', () => {
    fc.assert(
      fc.property(markdownFiles, fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }), (file, takes) => {
        const { proposal, decided, choices } = brought(
          'x.md',
          file.source,
          (at) => takes[at % takes.length] ?? true,
        );
        const found = wordsOfResult(proposal, decided, choices).filter((word) => word.startsWith('word'));
        expect(counted(found)).toEqual(counted(file.words));
        const result = JSON.stringify(decided);
        for (const address of file.addresses) expect(result, file.source).toContain(address);
      }),
      { numRuns: 250 },
    );
  });

  it('every word is in exactly one place of a write-up that is there, its title too', () => {
    fc.assert(
      fc.property(markdownFiles, fc.boolean(), (file, take) => {
        const { proposal, decided, choices } = brought('x.md', file.source, () => take, besideOthers);
        const found = wordsAdded(proposal, decided, choices).filter((word) => word.startsWith('word'));
        expect(counted(found)).toEqual(counted(file.words));
        const result = JSON.stringify(decided);
        for (const address of file.addresses) expect(result, file.source).toContain(address);
      }),
      { numRuns: 150 },
    );
  });

  it('there its title heads what stood before the first heading, with what it linked to', () => {
    const source = '# Outage of the [queue](https://example.org/q)\n\nBefore.\n\n## Story\n\nAfter.';
    const { decided } = brought('x.md', source, () => true, besideOthers);
    expect(decided.writeUp.sections.map(({ title, blocks }) => [title, blocks.map(blockText)])).toEqual([
      ['Outage of the queue', ['https://example.org/q', 'Before.']],
      ['Story', ['After.']],
    ]);
    expect(decided.leftOut).toEqual([]);
    const named = brought('file-name.md', 'Before.', () => true, besideOthers).decided.writeUp;
    expect(named.sections.map(({ title }) => title)).toEqual(['About this text']);
  });

  it('a picture among words of a heading or a cell is listed, and not said to come along', () => {
    const source =
      '# T ![one](./t.png)\n\n## S ![two](./s.png)\n\n| a ![three](./c.png) |\n|---|\n| b |\n\n![four](./p.png)';
    const { proposal, decided } = brought('x.md', source, () => true);
    expect(proposal.pictures.map(({ path }) => path)).toEqual(['./p.png']);
    expect(decided.leftOut.map(({ line, why, text }) => [line, why, text])).toEqual([
      [1, 'picture-in-words', './t.png'],
      [3, 'picture-in-words', './s.png'],
      [5, 'picture-in-words', './c.png'],
    ]);
  });

  it('kept sections keep the order of the source', () => {
    fc.assert(
      fc.property(markdownFiles, (file) => {
        const { decided } = brought('x.md', file.source, () => false);
        const inOrder = words(
          decided.writeUp.sections.map((s) => `${s.title}\n${blocksText(s.blocks)}`).join('\n'),
        );
        const found = inOrder.filter((word) => word.startsWith('word'));
        expect(found).toEqual(file.words.filter((word) => found.includes(word)));
      }),
      { numRuns: 120 },
    );
  });
});

function brought(
  name: string,
  source: string,
  take: (at: number) => boolean,
  into: typeof besideOthers = (proposed) => proposed,
) {
  const newId = countingIds();
  const proposed = proposeWriteUp(name, source, newId);
  if (isRefused(proposed)) throw new Error(proposed.refused);
  const proposal = into(proposed, newId);
  const choices: Choices = {
    title: proposal.title,
    day: proposal.day ?? '2019-01-01',
    zone: proposal.zone?.name ?? 'UTC',
    takings: Object.fromEntries(takingsOf(proposal).map(({ id }, at) => [id, { take: take(at) }])),
  };
  const uploads = new Map(proposal.pictures.map(({ path }) => [path, newId()]));
  return { proposal, choices, decided: decide(proposal, choices, uploads, newId) };
}

/** Words of everything an import makes. A moment's stated words stand for its time. */
function wordsOfResult(proposal: Proposal, decided: Decided, choices: Choices): string[] {
  const made = proposal.sections.filter((section) => section.titleMade).map((section) => section.id);
  const sections = decided.writeUp.sections.map((s) => (made.includes(s.id) ? { ...s, title: '' } : s));
  const title = proposal.titleMade ? '' : decided.writeUp.title;
  const timed = takingsOf(proposal).flatMap((taking) =>
    taking.type === 'moment' && isTaken(taking, choices) && timeIsKept(decided, taking.id)
      ? taking.stated.words
      : [],
  );
  const messages = decided.chats.flatMap((chat) =>
    chat.messages.flatMap((m) => [m.speaker, m.stated, m.text, ...m.pictures.map((picture) => picture.alt)]),
  );
  const leftOut = decided.leftOut.filter(({ why }) => why !== 'unused-link').map(({ text }) => text);
  return words(
    [writeUpText({ ...decided.writeUp, title, sections }), ...timed, ...messages, ...leftOut].join('\n'),
  );
}

/** The same where the write-up is there: its own title stays, so that no word can stand in this text's. */
const wordsAdded = (proposal: Proposal, decided: Decided, choices: Choices): string[] =>
  wordsOfResult({ ...proposal, titleMade: true }, decided, choices);

const timeIsKept = (decided: Decided, id: string) =>
  decided.writeUp.moments.some((moment) => moment.id === id && moment.time.certainty !== 'order-only');

const DEFINITION = /^\[([^\]]+)\]: (\S+)$/gm;

/** What a reader of the source sees, found with regular expressions alone: nothing of the importer is asked. */
function visible(source: string): string {
  const labels = [...source.matchAll(DEFINITION)].map(([, label = '']) => label.toLowerCase());
  return source
    .replace(DEFINITION, '')
    .replace(/!\[([^\]]*)\]\([^)\s]+\)/g, '$1')
    .replace(/\[([^\]]+)\]\([^)\s]+\)/g, '$1')
    .replace(/\[([^\]]+)\]\[([^\]]+)\]/g, (whole, text, label) =>
      labels.includes(label.toLowerCase()) ? text : whole,
    );
}

const addresses = (source: string): string[] => [
  ...[...source.matchAll(DEFINITION)].map(([, , address = '']) => address),
  ...[...source.matchAll(/\]\(([^)\s]+)\)/g)].map(([, address = '']) => address),
];

const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

function counted(list: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of [...list].sort()) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
