import { expect, test } from 'vitest';
import { rendered } from '#app/components/testing.tsx';
import type { InputsInRecord } from '#domain/meeting/record.ts';
import { WrittenInStages } from './written-in-stages.tsx';

const record = (opened: boolean, words: string) =>
  rendered(
    <WrittenInStages
      inputs={[
        {
          stage: { id: 's', title: 'In silence', opened },
          kind: 'silent-writing',
          question: 'What surprised you?',
          texts: [],
          counts: [],
        } as unknown as InputsInRecord,
      ]}
      meeting={{ id: 'm', phase: 'ended', rev: 1 }}
      me="priya"
      mayShow={false}
      ownTexts={words ? [{ stage: 's' as never, words }] : []}
    />,
    { at: '/meetings/m/record' },
  ).html;

test('[M15] until it is shown, one’s own text stands in the record to be read and changed; who wrote none has no field', () => {
  expect(record(false, 'It was quiet.')).toMatch(/<textarea[^>]*>It was quiet\./);
  expect(record(false, '')).not.toContain('<textarea');
  expect(record(true, 'It was quiet.')).not.toContain('<textarea');
});
