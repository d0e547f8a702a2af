import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FINDING_KINDS, type FindingKind, type WriteUp } from '#domain/write-up.ts';
import { draftAgenda } from './draft-agenda.ts';
import { STAGE_KINDS, type StagePlan } from './stage.ts';
import { agendaOf, agendaOfKept, isTemplateId, keptStages, TEMPLATES, type TemplateId } from './templates.ts';

const WORDS = 'a story that is long enough to be told '.repeat(4);
const aWriteUp = (sections: number, moments: number, findings: readonly FindingKind[]): WriteUp => ({
  title: '',
  standfirst: '',
  sections: Array.from({ length: sections }, (_, at) => ({
    id: `s${at}`,
    title: `Part ${at}`,
    blocks: [{ type: 'text', id: '', kind: 'paragraph', level: 1, indent: 0, content: [{ text: WORDS }] }],
  })),
  findings: findings.map((kind, at) => ({
    id: `f${at}`,
    kind,
    title: `Finding ${at}`,
    blocks: [],
    reasonable: [],
    ended: [],
    systems: [],
    evidence: [],
    moments: [],
  })),
  moments: Array.from({ length: moments }, (_, at) => ({
    id: `m${at}`,
    kind: 'observation',
    time: { certainty: 'exact', start: new Date(at * 60_000).toISOString(), end: null },
    lane: '',
    blocks: [],
    accounts: [],
    evidence: [],
    herring: null,
  })),
});
function toldTwice(writeUp: WriteUp, id: string) {
  const moment = writeUp.moments.find((one) => one.id === id);
  if (moment)
    moment.accounts = ['Priya', 'Tomas'].map((teller) => ({ id: teller, teller, time: null, blocks: [] }));
}
const IDS = Object.keys(TEMPLATES) as TemplateId[];
const sum = (stages: readonly StagePlan[]) => stages.reduce((all, { minutes }) => all + minutes, 0);

test('[M1] every template fills its minutes exactly, whatever the write-up holds, from a welcome to a close', () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...IDS),
      fc.nat(8),
      fc.nat(30),
      fc.array(fc.constantFrom(...FINDING_KINDS), { maxLength: 12 }),
      (id, sections, moments, findings) => {
        const { minutes } = TEMPLATES[id];
        const agenda = agendaOf(id, aWriteUp(sections, moments, findings), minutes);
        expect(sum(agenda)).toBe(minutes);
        expect(agenda[0]?.kind).toBe('purpose');
        expect(agenda.at(-1)?.kind).toBe('close');
        for (const { kind, title } of agenda) {
          expect(STAGE_KINDS).toContain(kind);
          expect(title).not.toBe('');
        }
      },
    ),
  ));

test('[M20] no template of a review meeting has a step that decides anything', () => {
  for (const id of IDS)
    for (const { kind } of agendaOf(id, aWriteUp(3, 10, FINDING_KINDS), 90))
      expect(['learned', 'open-ideas', 'group', 'decide', 'outcome']).not.toContain(kind);
});

test('[M1] a learning team asks of an ordinary day before it looks at what happened', () => {
  const agenda = agendaOf('learning-team', aWriteUp(2, 6, ['difficulty']), 60);
  const place = (test: (stage: StagePlan) => boolean) => agenda.findIndex(test);
  expect(place(({ title }) => title === 'The work on an ordinary day')).toBe(1);
  expect(place(({ kind }) => kind === 'walk')).toBeGreaterThan(1);
});

test('[M1] a surprise is walked in eight moments at most: the first, the last, what findings rest on, in their order', () => {
  const writeUp = aWriteUp(1, 30, ['surprise']);
  const [finding] = writeUp.findings;
  if (finding) finding.moments = ['m11', 'm12'];
  const walks = agendaOf('surprise', writeUp, 30).filter(({ kind }) => kind === 'walk');
  expect(walks).toHaveLength(1);
  const walked = walks[0]?.targets.map(({ id }) => Number(id.slice(1))) ?? [];
  expect(walked).toHaveLength(8);
  expect(walked).toEqual([...walked].sort((a, b) => a - b));
  for (const id of [0, 11, 12, 29]) expect(walked).toContain(id);
  expect(walks[0]?.notes).toContain('8 of the write-up’s 30 moments');
});

test('[M1] a short walk keeps the moment that two people tell, and their accounts get a stage of their own', () => {
  for (const id of IDS) {
    const writeUp = aWriteUp(1, 30, ['surprise']);
    toldTwice(writeUp, 'm17');
    const agenda = agendaOf(id, writeUp, TEMPLATES[id].minutes);
    expect(agenda.find(({ kind }) => kind === 'accounts')?.targets).toEqual([
      { type: 'moment', id: 'm17', section: null },
    ]);
    if (id === 'surprise' || id === 'learning-team')
      expect(agenda.find(({ kind }) => kind === 'walk')?.targets.map(({ id }) => id)).toContain('m17');
  }
});

test('[M1] reading together shows the whole write-up, in one stage without steps', () => {
  const reading = agendaOf('read-together', aWriteUp(4, 9, FINDING_KINDS), 45).find(
    ({ kind }) => kind === 'reading',
  );
  expect(reading?.targets).toEqual([]);
  expect(reading?.minutes).toBeGreaterThanOrEqual(10);
});

test('[P6] a kept template holds nothing of the write-up it was planned for: no titles of its parts, no targets, no notes, no teller', () => {
  const plan = draftAgenda(aWriteUp(2, 10, ['contributor']), 60).map((stage) => ({
    ...stage,
    notes: 'for facilitators alone',
  }));
  const kept = keptStages(plan);
  expect(JSON.stringify(kept)).not.toMatch(/Part 0|m0|f0|facilitators alone|What came together|teller/);
  expect(kept.map(({ kind, minutes }) => [kind, minutes])).toEqual(
    plan.map(({ kind, minutes }) => [kind, minutes]),
  );
});

test('[M1] a kept template takes its content from the write-up at hand, and leaves out what that has not', () => {
  const kept = keptStages(draftAgenda(aWriteUp(2, 10, ['contributor', 'mitigator']), 60));
  const again = agendaOfKept(kept, aWriteUp(1, 3, []));
  expect(again.some(({ kind }) => kind === 'finding')).toBe(false);
  expect(again.find(({ kind }) => kind === 'walk')?.targets.map(({ id }) => id)).toEqual(['m0', 'm1', 'm2']);
  expect(again.find(({ kind }) => kind === 'open-floor')).toMatchObject({ title: 'Open floor' });
});

test('[M1] only what is a template is one', () => {
  expect(isTemplateId('incident')).toBe(true);
  for (const id of ['', 'toString', '__proto__', 'constructor']) expect(isTemplateId(id)).toBe(false);
});
