import { FINDING_KINDS, type FindingKind } from '#domain/write-up.ts';
import { FINDING_WORD, FindingMark } from '../finding-mark.tsx';

/** What a write-up holds, in the left column: its sections, its findings by kind, its moments. */
export const Outline = ({
  sections,
  findings,
  moments,
}: {
  sections: readonly { id: string; title: React.ReactNode }[];
  findings: readonly { kind: FindingKind }[];
  moments: number;
}) => (
  <>
    <h2>In this write-up</h2>
    <ol className="outline">
      {sections.map(({ id, title }) => (
        <li key={id}>
          <a href={`#section-${id}`}>{title || 'Not named yet'}</a>
        </li>
      ))}
      {moments > 0 && (
        <li>
          <a href="#moments">
            What happened, in order <span className="quietly num">{moments}</span>
          </a>
        </li>
      )}
    </ol>
    <FindingCounts findings={findings} />
  </>
);

function FindingCounts({ findings }: { findings: readonly { kind: FindingKind }[] }) {
  if (findings.length === 0) return null;
  const counts = Map.groupBy(findings, (finding) => finding.kind);
  return (
    <>
      <h2 className="later">
        <a href="#findings">Findings</a>
      </h2>
      <ul className="finding-kinds">
        {FINDING_KINDS.filter((kind) => counts.has(kind)).map((kind) => (
          <li key={kind}>
            <FindingMark kind={kind} />
            <span>{FINDING_WORD[kind]}</span>
            <span className="num quietly">{counts.get(kind)?.length}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
