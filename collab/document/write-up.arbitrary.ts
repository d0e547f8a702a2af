import fc from 'fast-check';
import { tidyRuns } from '#domain/inline-runs.ts';
import {
  type Account,
  type Block,
  FINDING_KINDS,
  type Finding,
  type Inline,
  type Mark,
  MOMENT_KINDS,
  type Moment,
  type MomentTime,
  type Section,
  TEXT_KINDS,
  type WriteUp,
} from '#domain/write-up.ts';

/** Any write-up somebody could have written, in the one spelling `tidyRuns` gives. For tests of everything that carries one. */
export const anyWriteUp = (): fc.Arbitrary<WriteUp> =>
  fc.record({
    title: text,
    standfirst: text,
    sections: few(fc.record<Section>({ id, title: text, blocks })),
    findings: few(finding),
    moments: few(moment),
  });

const id = fc.uuid();
const text = fc.string({ unit: 'grapheme', maxLength: 30 });
const few = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 4 });
const ids = fc.uniqueArray(id, { maxLength: 3 });

const marks: fc.Arbitrary<Mark[]> = fc
  .tuple(
    fc.subarray<Mark>([{ type: 'bold' }, { type: 'italic' }, { type: 'strike' }, { type: 'code' }]),
    fc.constantFrom<Mark[][]>(
      [],
      [{ type: 'link', href: 'https://example.org/a' }],
      [{ type: 'link', href: '/x#y' }],
    ),
  )
  .map(([plain, link]) => [...link, ...plain]);

const content: fc.Arbitrary<Inline[]> = fc
  .array(fc.record({ text, marks }), { maxLength: 4 })
  .map((runs) => tidyRuns(runs));

const textBlock: fc.Arbitrary<Block> = fc
  .record({
    id,
    kind: fc.constantFrom(...TEXT_KINDS),
    level: fc.integer({ min: 1, max: 3 }),
    indent: fc.integer({ min: 0, max: 6 }),
    quoted: fc.boolean(),
    number: fc.option(fc.nat(999_999_999), { nil: undefined }),
    content,
  })
  .map(
    ({ quoted, number, ...block }): Block => ({
      type: 'text',
      ...block,
      ...(quoted ? { quoted } : {}),
      ...(block.kind === 'numbered' && number !== undefined ? { number } : {}),
    }),
  );

const block = fc.oneof(
  { weight: 6, arbitrary: textBlock },
  fc.record({
    type: fc.constant('table' as const),
    id,
    rows: fc.array(fc.array(fc.record({ header: fc.boolean(), content }), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
  fc.record({ type: fc.constant('picture' as const), id, upload: id, alt: text }),
  fc.record({
    type: fc.constant('evidence' as const),
    id,
    message: id,
    speaker: text,
    at: fc.constantFrom<(string | null)[]>(null, '2017-01-31T23:27:00.000Z'),
    text,
  }),
  fc.record({
    type: fc.constant('pointer' as const),
    id,
    to: fc.constantFrom('moment' as const, 'finding' as const, 'evidence' as const),
    target: id,
  }),
  fc.record({ type: fc.constant('rule' as const), id }),
);

/** Never one empty paragraph alone: that reads as nothing written yet. */
const blocks: fc.Arbitrary<Block[]> = few(block).filter(
  ([only, ...others]) =>
    !(others.length === 0 && only?.type === 'text' && only.kind === 'paragraph' && only.content.length === 0),
);

const finding: fc.Arbitrary<Finding> = fc.record({
  id,
  kind: fc.constantFrom(...FINDING_KINDS),
  title: text,
  blocks,
  reasonable: blocks,
  ended: blocks,
  evidence: ids,
  moments: ids,
  systems: ids,
});

const instant = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const time = fc.oneof(
  fc.record({
    certainty: fc.constantFrom('exact' as const, 'about' as const),
    start: instant,
    end: fc.option(instant, { nil: null }),
  }),
  fc.constant<MomentTime>({ certainty: 'order-only' }),
);

const moment: fc.Arbitrary<Moment> = fc.record({
  id,
  kind: fc.constantFrom(...MOMENT_KINDS),
  time,
  lane: text,
  blocks,
  accounts: few(fc.record<Account>({ id, teller: text, time: fc.option(time, { nil: null }), blocks })),
  evidence: ids,
  herring: fc.option(id, { nil: null }),
});
