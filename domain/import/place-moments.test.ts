import { describe, expect, it } from 'vitest';
import { isRefused } from '#domain/refused.ts';
import { type Choices, takingsOf } from './choices.ts';
import { countingIds } from './counting-ids.ts';
import { placeMoments } from './place-moments.ts';
import { proposeWriteUp } from './propose-write-up.ts';

const choices: Choices = { title: '', day: '2019-03-26', zone: 'America/Los_Angeles', takings: {} };

const placed = (source: string, takings: Choices['takings'] = {}) => {
  const proposal = proposeWriteUp('x.md', `# A title\n\n## Timeline\n\n${source}`, countingIds());
  if (isRefused(proposal)) throw new Error(proposal.refused);
  const [section] = proposal.sections;
  if (!section) throw new Error('no section');
  const chosen = { ...choices, takings };
  return { takings: takingsOf(proposal), placed: [...placeMoments(section, chosen).values()] };
};
const said = (source: string) => placed(source).placed.map(({ day, doubts }) => [day, ...doubts].join(' '));

describe('where a timeline leaves its days open', () => {
  it('proposes the day of the review, and marks it', () => {
    expect(said('- 08:00 one\n- 09:00 two')).toEqual(['2019-03-26 day-missing', '2019-03-26 day-missing']);
  });
  it('proposes the next day where time runs backwards', () => {
    expect(said('- [23:55] one\n- [07:00] two\n- [08:00] three')).toEqual([
      '2019-03-26 day-missing',
      '2019-03-27 day-missing runs-backwards',
      '2019-03-27 day-missing',
    ]);
  });
  it('marks a stated day that runs backwards too', () => {
    expect(said('- 2019-03-26 23:04 one\n- 2019-03-26 02:50 two')).toEqual([
      '2019-03-26',
      '2019-03-27 runs-backwards',
    ]);
  });
  it("proposes the review's year, and the year before for what would be still to come", () => {
    expect(said('- [12-05 16:21] one\n- [03-20 16:46] two')).toEqual([
      '2018-12-05 year-missing',
      '2019-03-20 year-missing',
    ]);
  });
  it('takes the day from the line above', () => {
    expect(said('2019-01-22\n\n- 08:00 one\n\n2019-01-23\n\n- 07:00 two')).toEqual([
      '2019-01-22',
      '2019-01-23',
    ]);
  });
  it('leaves a moment without a time in its place in the order', () => {
    expect(placed('- [???] one\n- 08:00 two').placed[0]).toMatchObject({
      time: { certainty: 'order-only' },
      doubts: ['time-unknown'],
    });
  });
  it('goes on from the day that was chosen', () => {
    const first = placed('- 08:00 one\n- 09:00 two').takings[0]?.id ?? '';
    const chosen = placed('- 08:00 one\n- 09:00 two', { [first]: { take: true, day: '2019-03-20' } });
    expect(chosen.placed.map(({ day }) => day)).toEqual(['2019-03-20', '2019-03-20']);
  });
  it('reads the clock in the zone asked for, summer time included', () => {
    expect(placed('- 08:00 one').placed[0]?.time).toMatchObject({ start: '2019-03-26T15:00:00.000Z' });
  });
});
