import { EmptyState } from '#app/components/empty-state.tsx';
import { FindingKindLabel } from '#app/components/finding-mark.tsx';
import { keptAsSaid } from '#domain/meeting/capture.ts';
import { Capture, saidBy } from './captured.tsx';
import { useRoom } from './room-context.ts';
import { usePlaceWords } from './use-place-words.ts';

/** Stages that live from what was said: different views beside their claims, questions still open. */
export const CapturesOnStage = ({ kind }: { kind: 'different-views' | 'open-questions' | 'close' }) =>
  kind === 'different-views' ? <ViewsOnStage /> : <QuestionsOnStage />;

function ViewsOnStage() {
  const { captures, zone } = useRoom();
  const views = captures.filter((capture) => capture.kind === 'different-view');
  if (views.length === 0)
    return (
      <EmptyState>
        No different view yet. <kbd>D</kbd> keeps one, beside the claim it stands against.
      </EmptyState>
    );
  return (
    <ul className="views">
      {views.map((view) => (
        <li key={view.id} className="tells">
          {view.claim && (
            <div>
              <h3>The write-up says</h3>
              <p className="said">{view.claim}</p>
            </div>
          )}
          <div>
            <h3>A different view, kept as said</h3>
            <p className="said">{view.words}</p>
            <small>
              {saidBy(view, zone)}
              {view.notedBy !== null && `; ${keptAsSaid(view.forLabel !== null)}`}
            </small>
          </div>
        </li>
      ))}
    </ul>
  );
}

function QuestionsOnStage() {
  const { captures, writeUp, room } = useRoom();
  const placeOf = usePlaceWords();
  const asked = captures.filter(({ kind }) => kind === 'question');
  // What the stage presents itself stands above already, one by one.
  const shown = new Set(room.current?.targets.map(({ id }) => id));
  const open = writeUp.findings.filter(({ kind, id }) => kind === 'open-question' && !shown.has(id));
  return (
    <>
      {open.map((finding) => (
        <div key={finding.id} className="open-question">
          <FindingKindLabel kind="open-question" />
          <p className="said">{finding.title}</p>
        </div>
      ))}
      {asked.length > 0 && (
        <>
          <h3 className="asked-today">Asked today</h3>
          <ul>
            {asked.map((capture) => (
              <Capture key={capture.id} capture={capture} place={placeOf(capture)} />
            ))}
          </ul>
        </>
      )}
      {open.length + asked.length + shown.size === 0 && (
        <EmptyState>
          No open question yet. <kbd>Q</kbd> keeps one.
        </EmptyState>
      )}
    </>
  );
}
