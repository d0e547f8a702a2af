import { Columns, SaidAsTable } from '#app/components/markers/columns.tsx';
import type { ConfidenceAnswers } from '#domain/attendance/markers.ts';

const SCALE = ['hardly', '2', 'partly', '4', 'fully'];

/** How sure people were before and after; unsigned, so nobody is paired. Less certainty may be what was learned. */
export function ConfidencePicture({ answers }: { answers: readonly ConfidenceAnswers[] }) {
  const highest = Math.max(0, ...answers.flatMap(({ counts }) => counts.map((count) => count ?? 0)));
  const question = answers.find((one) => one.question !== '')?.question;
  return (
    <section>
      <h2>{titleOf(answers)}</h2>
      <p>{question ? `“${question}” ` : ''}Unsigned, so not paired; shown from five answers on</p>
      {answers.length === 0 ? (
        <p className="say">
          A meeting can ask “how sure are we?” before and after. Add the two polls to its agenda.
        </p>
      ) : (
        <div className="sure">
          {answers.map(({ when, counts }) => (
            <div key={when}>
              <SaidAsTable
                caption={when === 'before' ? 'Before' : 'After'}
                heads={['How sure', 'Answers']}
                rows={counts.map((count, at) => [SCALE[at] ?? '', count ?? 'a-few'])}
              />
              <Columns
                label={when === 'before' ? 'Before' : 'After'}
                values={counts.map((count, at) => ({
                  key: String(at),
                  value: count === null ? 'a-few' : count === 0 ? 'nobody' : count,
                  under: SCALE[at] ?? '',
                }))}
                highest={highest}
                main={when === 'after'}
              />
            </div>
          ))}
        </div>
      )}
    </section>
  );
}

/** A word only where every count of both is a number. */
function titleOf(answers: readonly ConfidenceAnswers[]): string {
  const [before, after] = [
    answers.find(({ when }) => when === 'before'),
    answers.find(({ when }) => when === 'after'),
  ];
  if (!before || !after) return answers.length > 0 ? 'How sure we were' : 'How sure we are was not asked';
  const [was, is] = [meanOf(before.counts), meanOf(after.counts)];
  if (was === null || is === null || Math.abs(was - is) < 0.2) return 'How sure we were, before and after';
  return is < was ? 'Fewer of us are sure now, and that is worth knowing' : 'More of us are sure now';
}

function meanOf(counts: readonly (number | null)[]): number | null {
  if (counts.includes(null)) return null;
  const all = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  return all === 0 ? null : counts.reduce<number>((sum, count, at) => sum + (count ?? 0) * (at + 1), 0) / all;
}
