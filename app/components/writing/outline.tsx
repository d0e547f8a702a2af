import { useRef } from 'react';
import { FINDING_KINDS, type FindingKind } from '#domain/write-up.ts';
import { FINDING_WORD, FindingMark } from '../finding-mark.tsx';
import { useCurrentPart } from './use-current-part.ts';

/** What a write-up holds, in the left column: its sections, its findings by kind, its moments. */
export function Outline({
  sections,
  findings,
  moments,
  children,
}: {
  sections: readonly { id: string; title: React.ReactNode }[];
  findings: readonly { kind: FindingKind }[];
  moments: number;
  /** Stands below the sections: a way to add one. */
  children?: React.ReactNode;
}) {
  const current = useCurrentPart([...sections.map(({ id }) => `section-${id}`), 'findings', 'moments']);
  const parts = (
    <ol className="outline">
      {sections.map(({ id, title }) => (
        <li key={id}>
          <PartLink to={`section-${id}`} current={current}>
            {title || 'Not named yet'}
          </PartLink>
        </li>
      ))}
      {findings.length > 0 && (
        <li className="narrow">
          <PartLink to="findings" current={current}>
            Findings
          </PartLink>
        </li>
      )}
      {moments > 0 && (
        <li>
          <PartLink to="moments" current={current}>
            What happened, in order <span className="quietly num">{moments}</span>
          </PartLink>
        </li>
      )}
    </ol>
  );
  return (
    <>
      <div className="open-outline">
        <h2>In this write-up</h2>
        {parts}
        {children}
      </div>
      <FoldedOutline>
        {parts}
        {children}
      </FoldedOutline>
      <FindingCounts findings={findings} />
    </>
  );
}

/** On a phone the words come first: one line to open, and it closes again on the way. */
function FoldedOutline({ children }: { children: React.ReactNode }) {
  const fold = useRef<HTMLDetailsElement>(null);
  const close = () => {
    if (fold.current) fold.current.open = false;
  };
  return (
    <details className="folded-outline" ref={fold}>
      <summary>In this write-up</summary>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what is pressed are the links and the button within */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a key on them makes a click */}
      <div onClick={close}>{children}</div>
    </details>
  );
}

const PartLink = ({
  to,
  current,
  children,
}: {
  to: string;
  current: string | null;
  children: React.ReactNode;
}) => (
  <a href={`#${to}`} aria-current={to === current ? 'true' : undefined}>
    {children}
  </a>
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
