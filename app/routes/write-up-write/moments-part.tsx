import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { zoneWords } from '#app/components/clock-words.ts';
import { Drop } from '#app/components/drop.tsx';
import { Icon } from '#app/components/icon.tsx';
import { MOMENT_WORD, MomentMark } from '#app/components/moment-mark.tsx';
import { useWritingFacts } from '#app/components/writing/surroundings.tsx';
import { useSession, useStructure } from '#app/components/writing/use-session.tsx';
import { WORDS } from '#collab/document/field-names.ts';
import { freshId } from '#collab/document/fresh-id.ts';
import { addMoment } from '#collab/document/moments.ts';
import { MOMENT_KINDS, type MomentKind } from '#domain/write-up.ts';
import { closeDrop } from './close-drop.ts';
import { MomentPart } from './moment-part.tsx';

const LANES = 'lanes';
/** Thousands of moments at once would make the page slow for everyone in it. */
const AT_ONCE = 150;

/** What happened, in order, being written. */
export function MomentsPart() {
  const { moments } = useStructure();
  const { zone } = useWritingFacts();
  const [most, setMost] = useState(AT_ONCE);
  const ids = moments.map((moment) => moment.id);
  const lanes = [...new Set(moments.map((moment) => moment.lane).filter(Boolean))];
  return (
    <section id="moments" className="part" aria-labelledby="moments-title">
      <h2 id="moments-title">What happened, in order</h2>
      <p className="empty">
        {moments.length === 0 && 'What was seen, thought, decided and changed. '}
        Times are told in {zoneWords(zone)}.
      </p>
      <datalist id={LANES}>
        {lanes.map((lane) => (
          <option key={lane} value={lane} />
        ))}
      </datalist>
      {moments.slice(0, most).map((moment) => (
        <MomentPart key={moment.id} moment={moment} ids={ids} lanes={LANES} />
      ))}
      {moments.length > most && (
        <p className="empty">
          {most} of {moments.length} moments are shown.{' '}
          <button type="button" className="link" onClick={() => setMost(most + AT_ONCE)}>
            Show more
          </button>
        </p>
      )}
      <AddMoment onAdd={() => setMost((before) => Math.max(before, moments.length + 1))} />
    </section>
  );
}

function AddMoment({ onAdd }: { onAdd: () => void }) {
  const session = useSession();
  const add = (kind: MomentKind, chosen: Element) => {
    closeDrop(chosen);
    const id = freshId();
    addMoment(session.open.doc, { id, kind, time: { certainty: 'order-only' } });
    onAdd();
    session.focus(WORDS.moment(id));
  };
  return (
    <Drop
      up
      summary={
        <span className="btn quiet small add">
          <Icon of={IconPlus} />
          Add a moment
        </span>
      }
    >
      {MOMENT_KINDS.map((kind) => (
        <button key={kind} type="button" className="item" onClick={(event) => add(kind, event.currentTarget)}>
          <MomentMark kind={kind} />
          {MOMENT_WORD[kind]}
        </button>
      ))}
    </Drop>
  );
}
