import { firstWords } from '#domain/first-words.ts';
import type { Block, WriteUp } from '#domain/write-up.ts';
import type { App } from '../app.ts';
import { readStoredWriteUp } from '../reviews/read-stored-write-up.ts';
import type { QuotePlace } from './quote-message.ts';

export interface QuotePlaces {
  /** Where a message can be quoted, `value` being "section:<id>" and so on. */
  places: { kind: QuotePlace; value: string; name: string }[];
  /** Where messages are quoted already: message id → anchors in the reading view with their names. */
  quoted: Record<string, { anchor: string; name: string }[]>;
}

/** The write-up's places by name, and which messages stand in them. For those who have been let in already. */
export async function readQuotePlaces(app: App, document: string): Promise<QuotePlaces> {
  const writeUp = await readStoredWriteUp(app, document);
  return { places: placesOf(writeUp), quoted: quotedOf(writeUp) };
}

const placesOf = ({ sections, moments, findings }: WriteUp): QuotePlaces['places'] => [
  ...sections.map(({ id, title }) => ({
    kind: 'section' as const,
    value: `section:${id}`,
    name: title || 'A section without a name',
  })),
  ...moments.map(({ id, blocks }) => ({
    kind: 'moment' as const,
    value: `moment:${id}`,
    name: firstWords(blocks, 60) || 'A moment without words',
  })),
  ...findings.map(({ id, title, blocks }) => ({
    kind: 'finding' as const,
    value: `finding:${id}`,
    name: title || firstWords(blocks, 60) || 'A finding without words',
  })),
];

function quotedOf({ sections, moments, findings }: WriteUp): QuotePlaces['quoted'] {
  const quoted: QuotePlaces['quoted'] = {};
  const note = (message: string, anchor: string, name: string) => {
    quoted[message] = [...(quoted[message] ?? []), { anchor, name }];
  };
  const inBlocks = (blocks: readonly Block[], name: string) => {
    for (const block of blocks) if (block.type === 'evidence') note(block.message, `block-${block.id}`, name);
  };
  for (const { title, blocks } of sections) inBlocks(blocks, title || 'the narrative');
  for (const { id, evidence, blocks } of moments) {
    const name = firstWords(blocks, 40) || 'a moment';
    for (const message of evidence) note(message, `moment-${id}`, name);
    inBlocks(blocks, name);
  }
  for (const { id, evidence, blocks, title } of findings) {
    const name = title || 'a finding';
    for (const message of evidence) note(message, `finding-${id}`, name);
    inBlocks(blocks, name);
  }
  return quoted;
}
