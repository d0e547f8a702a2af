import { useLine, useSession, useStructure } from '#app/components/writing/use-session.tsx';
import { WORDS } from '#collab/document/field-names.ts';
import { setMomentHerring } from '#collab/document/moments.ts';
import type { MomentFacts } from '#collab/document/read-structure.ts';

/** A working theory that led nowhere: which red herring tells of it. The timeline then closes its span as a fish. */
export function WhereItLed({ moment }: { moment: MomentFacts }) {
  const { open } = useSession();
  const herrings = useStructure().findings.filter((finding) => finding.kind === 'red-herring');
  if (herrings.length === 0) return null;
  return (
    <label className="pick">
      <span className="quietly small">Led nowhere, told in</span>
      <select
        className="input brief"
        value={moment.herring ?? ''}
        onChange={(event) => setMomentHerring(open.doc, moment.id, event.target.value || null)}
      >
        <option value="">no red herring</option>
        {herrings.map(({ id }) => (
          <HerringOption key={id} id={id} />
        ))}
      </select>
    </label>
  );
}

function HerringOption({ id }: { id: string }) {
  return <option value={id}>{useLine(WORDS.findingTitle(id)) || 'a red herring without a name yet'}</option>;
}
