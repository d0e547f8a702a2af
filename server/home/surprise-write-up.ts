import type { Section, WriteUp } from '#domain/write-up.ts';
import type { App } from '../app.ts';

/** What the two-minute form asks. */
export interface Surprise {
  title: string;
  happened: string;
  expected: string;
  learned: string;
  who: string;
}

/** A surprise's write-up: one part for each answer, its paragraphs as they were typed; what was left empty is left out. */
export function surpriseWriteUp(app: Pick<App, 'random'>, surprise: Surprise): WriteUp {
  const part = (title: string, words: string): Section[] =>
    words === '' ? [] : [{ id: app.random.uuid(), title, blocks: paragraphs(app, words) }];
  return {
    title: surprise.title,
    standfirst: '',
    sections: [
      ...part('What happened', surprise.happened),
      ...part('What I expected', surprise.expected),
      ...part('What I learned', surprise.learned),
      ...part('Who else would want to know', surprise.who),
    ],
    findings: [],
    moments: [],
  };
}

const paragraphs = (app: Pick<App, 'random'>, words: string): Section['blocks'] =>
  words
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => ({
      type: 'text',
      id: app.random.uuid(),
      kind: 'paragraph',
      level: 1,
      indent: 0,
      content: [{ text: paragraph.trim() }],
    }));
