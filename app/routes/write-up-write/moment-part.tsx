import { MOMENT_WORD, MomentMark } from '#app/components/moment-mark.tsx';
import { momentTimeShort } from '#app/components/writing/moment-words.ts';
import { useWritingFacts } from '#app/components/writing/surroundings.tsx';
import { useSession } from '#app/components/writing/use-session.tsx';
import { Words } from '#app/components/writing/words.tsx';
import { WORDS } from '#collab/document/field-names.ts';
import {
  moveMoment,
  removeMoment,
  restoreMoment,
  setMomentKind,
  setMomentLane,
  setMomentTime,
} from '#collab/document/moments.ts';
import type { MomentFacts } from '#collab/document/read-structure.ts';
import { MOMENT_KINDS, type MomentKind } from '#domain/write-up.ts';
import { AccountsPart, AddAccount } from './accounts-part.tsx';
import { AddEvidence, EvidencePart } from './evidence-part.tsx';
import { PartMenu } from './part-menu.tsx';
import { TimeForm } from './time-form.tsx';
import { WhereItLed } from './where-it-led.tsx';

/** One moment being written: when, what kind, whose lane, its words, and who tells it differently. */
export function MomentPart({
  moment,
  ids,
  lanes,
}: {
  moment: MomentFacts;
  ids: readonly string[];
  lanes: string;
}) {
  const { id, kind, time, lane } = moment;
  const { open, notice } = useSession();
  const { zone } = useWritingFacts();
  const takeOut = () => {
    removeMoment(open.doc, id);
    notice.set({ words: 'The moment is taken out.', undo: () => restoreMoment(open.doc, id) });
  };
  return (
    <article className="moment" id={`moment-${id}`} aria-label={MOMENT_WORD[kind]}>
      <span className="at num" aria-hidden="true">
        {momentTimeShort(time, zone)}
      </span>
      <div className="part-head">
        <div className="moment-facts">
          <KindChoice kind={kind} onChoose={(chosen) => setMomentKind(open.doc, id, chosen)} />
          <TimeForm time={time} onSet={(set) => setMomentTime(open.doc, id, set)} />
          <Lane lane={lane} lanes={lanes} onSet={(set) => setMomentLane(open.doc, id, set)} />
        </div>
        <PartMenu
          what="moment"
          id={id}
          ids={ids}
          onMove={(after) => moveMoment(open.doc, id, after)}
          onTakeOut={takeOut}
        />
      </div>
      <Words place={WORDS.moment(id)} label="What happened" placeholder="What happened, in a sentence" />
      <AccountsPart accounts={moment.accounts} />
      <EvidencePart family="moments" id={id} evidence={moment.evidence} />
      {kind === 'working-theory' && <WhereItLed moment={moment} />}
      <div className="part-acts">
        <AddAccount moment={id} first={moment.accounts.length === 0} />
        <AddEvidence family="moments" id={id} />
      </div>
    </article>
  );
}

const KindChoice = ({ kind, onChoose }: { kind: MomentKind; onChoose: (kind: MomentKind) => void }) => (
  <label className="momentkind kind-choice">
    <MomentMark kind={kind} />
    <span className="sr">Kind of moment</span>
    <select value={kind} onChange={(event) => onChoose(event.target.value as MomentKind)}>
      {MOMENT_KINDS.map((one) => (
        <option key={one} value={one}>
          {MOMENT_WORD[one]}
        </option>
      ))}
    </select>
  </label>
);

const LONGEST_LANE = 80;

/** Uncontrolled, so that a neighbour's change arrives only while nobody types here; set when the field is left. */
const Lane = ({ lane, lanes, onSet }: { lane: string; lanes: string; onSet: (lane: string) => void }) => (
  <label className="lane">
    <span className="sr">Who or what: the lane on the timeline</span>
    <input
      key={lane}
      className="input"
      defaultValue={lane}
      list={lanes}
      maxLength={LONGEST_LANE}
      placeholder="Who or what"
      autoComplete="off"
      onBlur={(event) => event.target.value.trim() !== lane && onSet(event.target.value.trim())}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  </label>
);
