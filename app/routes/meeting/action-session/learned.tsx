import type { KeptCapture } from '#server/actions/read-session-board.ts';
import { useRoom } from '../room-context.ts';
import { useBoard, useBoardIsComing } from './use-board.ts';

/** Questions, insights and different views first, as they were said; ideas wait. */
export function Learned() {
  const { captures } = useBoard();
  const { writeUp } = useRoom();
  const isComing = useBoardIsComing();
  const of = (kind: KeptCapture['kind']) => captures.filter((capture) => capture.kind === kind);
  const open = writeUp.findings.filter(({ kind }) => kind === 'open-question');
  const isEmpty = captures.length === 0 && open.length === 0;
  return (
    <div className="session">
      <Said title="Questions" captures={of('question')} />
      {open.length > 0 && (
        <section>
          <h3>Still open in the write-up</h3>
          <ul>
            {open.map((finding) => (
              <li key={finding.id}>{finding.title}</li>
            ))}
          </ul>
        </section>
      )}
      <Said title="Insights" captures={of('insight')} />
      <Said title="Different views" captures={of('different-view')} />
      {isEmpty && !isComing && (
        <p className="empty">
          Nothing was kept in the meeting. Say it now, and keep it with Question, Insight or Different view.
        </p>
      )}
    </div>
  );
}

const Said = ({ title, captures }: { title: string; captures: readonly KeptCapture[] }) =>
  captures.length > 0 && (
    <section>
      <h3>{title}</h3>
      <ul>
        {captures.map((capture) => (
          <li key={capture.id}>
            {capture.claim && <p className="claim">“{capture.claim}”</p>}
            <p>{capture.words}</p>
            <small>{capture.by ?? 'without a name'}</small>
          </li>
        ))}
      </ul>
    </section>
  );
