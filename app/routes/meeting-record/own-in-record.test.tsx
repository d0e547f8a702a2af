import { expect, test } from 'vitest';
import { rendered } from '#app/components/testing.tsx';
import { asId, type PersonId } from '#domain/ids.ts';
import type { CaptureInRecord, MeetingRecord } from '#domain/meeting/record.ts';
import { ParkedInRecord } from './parked-in-record.tsx';
import { Said } from './said.tsx';

const person = (name: string) => ({ id: asId<PersonId>(name), name, letters: name.slice(0, 1), hue: 0 });
const [OTTO, GRACE] = [person('Otto'), person('Grace')];

const kept = (id: string, changes: Partial<CaptureInRecord>): CaptureInRecord => ({
  id,
  kind: 'insight',
  words: `Words of ${id}`,
  isCut: false,
  stage: null,
  target: null,
  claim: '',
  notedBy: OTTO,
  forPerson: null,
  forLabel: null,
  at: '2026-11-24T10:10:00Z',
  changedAt: null,
  place: '',
  offeredAs: null,
  ...changes,
});

const record = (changes: Partial<MeetingRecord>) =>
  ({ questions: [], insights: [], differentViews: [], parked: [], ...changes }) as unknown as MeetingRecord;

const shown = (changes: Partial<MeetingRecord>, me: PersonId | null) => (
  <Said record={record(changes)} meeting="m" me={me} mayWrite={false} refused={null} />
);
const wordsOf = (part: React.ReactNode) => rendered(part, { at: '/meetings/m/record' }).words;

test('[C2] after the end a different view’s contributor finds Change and Withdraw under it, and nobody else does', () => {
  const differentViews = [kept('v', { kind: 'different-view', claim: 'It was stuck.' })];
  expect(wordsOf(shown({ differentViews }, OTTO.id))).toMatch(
    /Words of v.*only its author may change it.*ChangeWithdraw/,
  );
  expect(wordsOf(shown({ differentViews }, GRACE.id))).not.toMatch(/ChangeWithdraw/);
  expect(wordsOf(shown({ differentViews }, null))).not.toMatch(/ChangeWithdraw/);
});

test('[C2] noted for somebody it is theirs; noted for a label its noter can only take it back', () => {
  const insights = [kept('for-grace', { forPerson: GRACE })];
  expect(wordsOf(shown({ insights }, GRACE.id))).toContain('ChangeWithdraw');
  expect(wordsOf(shown({ insights }, OTTO.id))).not.toContain('Withdraw');
  const label = wordsOf(shown({ insights: [kept('for-ann', { forLabel: 'Ann' })] }, OTTO.id));
  expect(label).toContain('Withdraw');
  expect(label).not.toContain('Change');
});

test('[C1] [C5] what was kept and what was set aside say where', () => {
  const place = 'at 23:15, The copy prints not a line';
  expect(wordsOf(shown({ questions: [kept('q', { kind: 'question', place })] }, null))).toContain(place);
  const parked = [
    {
      id: 'p',
      words: 'Who owns staging?',
      by: OTTO,
      isCut: false,
      stage: null,
      target: null,
      ending: null,
      place,
    },
  ];
  const aside = (me: PersonId) =>
    wordsOf(
      <ParkedInRecord
        record={record({ parked })}
        meeting="m"
        actor={{ id: me, steers: false, analyst: false }}
        mayChange
      />,
    );
  expect(aside(OTTO.id)).toMatch(/Otto, at 23:15, The copy prints not a line.*Change.*Withdraw/);
  expect(aside(GRACE.id)).not.toContain('Withdraw');
});
