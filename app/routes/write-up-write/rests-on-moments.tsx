import { useState } from 'react';
import { useLine, useSession, useStructure } from '#app/components/writing/use-session.tsx';
import { WORDS } from '#collab/document/field-names.ts';
import { linkMoment, unlinkMoment } from '#collab/document/links.ts';
import type { FindingFacts } from '#collab/document/read-structure.ts';

/** The moments a finding rests on. */
export function RestsOnMoments({ finding }: { finding: FindingFacts }) {
  const { open } = useSession();
  const { moments } = useStructure();
  const linked = finding.moments.filter((id) => moments.some((moment) => moment.id === id));
  if (linked.length === 0) return null;
  return (
    <div className="linked">
      <p className="entry-label">Rests on</p>
      <ul>
        {linked.map((id) => (
          <li key={id} className="linked-entry">
            <a className="link" href={`#moment-${id}`}>
              <MomentName id={id} />
            </a>
            <button
              type="button"
              className="btn quiet small"
              onClick={() => unlinkMoment(open.doc, finding.id, id)}
            >
              Take off
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

const MOST_OFFERED = 500;

/** Rests a finding on one more moment. The list is made when somebody comes to it: a write-up has many findings and moments. */
export function AddMomentLink({ finding }: { finding: FindingFacts }) {
  const { open } = useSession();
  const [asked, setAsked] = useState(false);
  const others = useStructure().moments.filter((moment) => !finding.moments.includes(moment.id));
  if (others.length === 0) return null;
  return (
    <label className="pick">
      <span className="sr">Rest this finding on a moment</span>
      <select
        value=""
        onFocus={() => setAsked(true)}
        onPointerEnter={() => setAsked(true)}
        onChange={(event) => linkMoment(open.doc, finding.id, event.target.value)}
      >
        <option value="">Rests on a moment…</option>
        {asked && others.slice(0, MOST_OFFERED).map(({ id }) => <MomentOption key={id} id={id} />)}
      </select>
    </label>
  );
}

const MomentName = ({ id }: { id: string }) => useLine(WORDS.moment(id)) || 'A moment without words yet';

/** An option may hold text alone. */
function MomentOption({ id }: { id: string }) {
  return <option value={id}>{useLine(WORDS.moment(id)) || 'A moment without words yet'}</option>;
}
