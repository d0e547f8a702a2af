import type { WriteUp } from '#domain/write-up.ts';
import { plainDay } from '../clock-words.ts';
import { MomentEntry } from './moment-entry.tsx';
import { momentDay } from './moment-words.ts';
import { useWritingFacts } from './surroundings.tsx';
import { findingsByMoment } from './writing-facts.ts';

/** Moments as a list in their order; a day is named where it begins. */
export function MomentsRead({ writeUp }: { writeUp: WriteUp }) {
  const { zone } = useWritingFacts();
  const resting = findingsByMoment(writeUp);
  let day: string | null = null;
  return (
    <ol>
      {writeUp.moments.map((moment) => {
        const own = momentDay(moment.time, zone);
        const begins = own !== null && own !== day;
        if (begins) day = own;
        return (
          <li key={moment.id}>
            {begins && <p className="day">{plainDay(own)}</p>}
            <MomentEntry moment={moment} findings={resting.get(moment.id) ?? []} />
          </li>
        );
      })}
    </ol>
  );
}
