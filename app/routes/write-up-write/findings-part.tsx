import { IconPlus } from '@tabler/icons-react';
import { Drop } from '#app/components/drop.tsx';
import { FINDING_WORD, FindingMark } from '#app/components/finding-mark.tsx';
import { Icon } from '#app/components/icon.tsx';
import { useSession, useStructure } from '#app/components/writing/use-session.tsx';
import { WORDS } from '#collab/document/field-names.ts';
import { addFinding } from '#collab/document/findings.ts';
import { freshId } from '#collab/document/fresh-id.ts';
import { FINDING_KINDS, type FindingKind } from '#domain/write-up.ts';
import { closeDrop } from './close-drop.ts';
import { FindingPart } from './finding-part.tsx';

/** The findings of a write-up, in their order. */
export function FindingsPart() {
  const { findings } = useStructure();
  const ids = findings.map((finding) => finding.id);
  return (
    <section id="findings" className="part" aria-labelledby="findings-title">
      <h2 id="findings-title">Findings</h2>
      {findings.length === 0 && (
        <p className="empty">
          What contributed, what helped, what surprised. Name each, then say what it rests on.
        </p>
      )}
      {findings.map((finding) => (
        <FindingPart key={finding.id} finding={finding} ids={ids} />
      ))}
      <AddFinding />
    </section>
  );
}

function AddFinding() {
  const session = useSession();
  const add = (kind: FindingKind, chosen: Element) => {
    closeDrop(chosen);
    const id = freshId();
    addFinding(session.open.doc, { id, kind });
    session.focus(WORDS.findingTitle(id));
  };
  return (
    <Drop
      up
      summary={
        <span className="btn quiet small add">
          <Icon of={IconPlus} />
          Add a finding
        </span>
      }
    >
      {FINDING_KINDS.map((kind) => (
        <button key={kind} type="button" className="item" onClick={(event) => add(kind, event.currentTarget)}>
          <FindingMark kind={kind} />
          {FINDING_WORD[kind]}
        </button>
      ))}
    </Drop>
  );
}
