import { FINDING_WORD, FindingMark } from '#app/components/finding-mark.tsx';
import { HERRING_PARTS } from '#app/components/writing/finding-entry.tsx';
import { useSession } from '#app/components/writing/use-session.tsx';
import { Words } from '#app/components/writing/words.tsx';
import { WORDS } from '#collab/document/field-names.ts';
import { moveFinding, removeFinding, restoreFinding, setFindingKind } from '#collab/document/findings.ts';
import type { FindingFacts } from '#collab/document/read-structure.ts';
import { FINDING_KINDS, type FindingKind } from '#domain/write-up.ts';
import { AddEvidence, EvidencePart } from './evidence-part.tsx';
import { NamedSystems, NameSystem } from './named-systems.tsx';
import { PartMenu } from './part-menu.tsx';
import { AddMomentLink, RestsOnMoments } from './rests-on-moments.tsx';

/** One finding being written: its kind can change at any time and loses nothing. */
export function FindingPart({ finding, ids }: { finding: FindingFacts; ids: readonly string[] }) {
  const { id, kind } = finding;
  const { open, notice } = useSession();
  const takeOut = () => {
    removeFinding(open.doc, id);
    notice.set({ words: 'The finding is taken out.', undo: () => restoreFinding(open.doc, id) });
  };
  return (
    <article className={`finding k-${kind}`} id={`finding-${id}`} aria-label={FINDING_WORD[kind]}>
      <div className="part-head">
        <KindChoice kind={kind} onChoose={(chosen) => setFindingKind(open.doc, id, chosen)} />
        <PartMenu
          what="finding"
          id={id}
          ids={ids}
          onMove={(after) => moveFinding(open.doc, id, after)}
          onTakeOut={takeOut}
        />
      </div>
      <h3>
        <Words
          place={WORDS.findingTitle(id)}
          shape="line"
          label={`Title of this ${FINDING_WORD[kind].toLowerCase()}`}
          placeholder="What was found, in one line"
        />
      </h3>
      {kind === 'red-herring' ? <HerringParts id={id} /> : <FindingWords id={id} />}
      <EvidencePart family="findings" id={id} evidence={finding.evidence} />
      <NamedSystems finding={finding} />
      <RestsOnMoments finding={finding} />
      <div className="part-acts">
        <AddEvidence family="findings" id={id} />
        <AddMomentLink finding={finding} />
        <NameSystem finding={finding} />
      </div>
    </article>
  );
}

const FindingWords = ({ id }: { id: string }) => (
  <Words place={WORDS.finding(id)} label="Text of the finding" placeholder="How it came to matter" />
);

const HerringParts = ({ id }: { id: string }) => (
  <dl className="three">
    <dt>{HERRING_PARTS.was}</dt>
    <dd>
      <Words place={WORDS.finding(id)} label={HERRING_PARTS.was} placeholder="The theory, as it was held" />
    </dd>
    <dt>{HERRING_PARTS.reasonable}</dt>
    <dd>
      <Words
        place={WORDS.findingReasonable(id)}
        label={`${HERRING_PARTS.reasonable} at the time`}
        placeholder="What people saw and knew then"
      />
    </dd>
    <dt>{HERRING_PARTS.ended}</dt>
    <dd>
      <Words place={WORDS.findingEnded(id)} label={HERRING_PARTS.ended} placeholder="What ruled it out" />
    </dd>
  </dl>
);

const KindChoice = ({ kind, onChoose }: { kind: FindingKind; onChoose: (kind: FindingKind) => void }) => (
  <label className={`kind kind-choice k-${kind}`}>
    <FindingMark kind={kind} />
    <span className="sr">Kind of finding</span>
    <select value={kind} onChange={(event) => onChoose(event.target.value as FindingKind)}>
      {FINDING_KINDS.map((one) => (
        <option key={one} value={one}>
          {FINDING_WORD[one]}
        </option>
      ))}
    </select>
  </label>
);
