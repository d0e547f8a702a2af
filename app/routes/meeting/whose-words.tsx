import { ReaderOptions } from './reader-options.tsx';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';
import { readWhose, SOMEBODY, SOMEBODY_BY_LABEL, type Whose, writtenWhose } from './whose.ts';

/** Whose the words being written are. A device everybody shares asks for a name each time; a scribe mostly notes what others say. */
export function useWhose(): [Whose, (whose: Whose) => void] {
  const { face, drafts, change } = useRoomUi();
  const { room, own } = useRoom();
  const isScribe = room.scribe?.id === own.actor.id;
  const whose = drafts.said.whose === '' && isScribe ? SOMEBODY : readWhose(drafts.said.whose);
  const isNamed = face === 'shared' && whose.how !== 'label';
  return [isNamed ? SOMEBODY_BY_LABEL : whose, (next) => change('said', { whose: writtenWhose(next) })];
}

/** Someone with an account confirms their words before others see them, here or not; others are named by a label (C2). */
export function WhoseWords({ whose, choose }: { whose: Whose; choose(whose: Whose): void }) {
  const { own } = useRoom();
  const { face } = useRoomUi();
  if (whose.how === 'mine')
    return (
      <button
        type="button"
        className="linkish quiet small"
        // a guest puts no words into the mouth of somebody with an account
        onClick={() => choose(own.actor.guest ? SOMEBODY_BY_LABEL : SOMEBODY)}
      >
        Someone else said it
      </button>
    );
  if (whose.how === 'label')
    return (
      <input
        className="input brief"
        aria-label="Whose words"
        placeholder="Whose words?"
        value={whose.words}
        onChange={(event) => choose({ how: 'label', words: event.currentTarget.value })}
        maxLength={60}
        required={face === 'shared'}
      />
    );
  return <Somebody whose={whose} choose={choose} />;
}

function Somebody({ whose, choose }: { whose: Whose & { how: 'person' }; choose(whose: Whose): void }) {
  const { own } = useRoom();
  return (
    <select
      className="input brief"
      aria-label="Whose words"
      value={whose.id}
      onChange={({ currentTarget: { value, selectedOptions } }) =>
        choose(
          value === NO_ACCOUNT
            ? SOMEBODY_BY_LABEL
            : { how: 'person', id: value, name: value === '' ? '' : (selectedOptions[0]?.text ?? '') },
        )
      }
    >
      <option value="">My own words</option>
      {/* who cannot be chosen any more is still whose words these are */}
      <ReaderOptions except={own.actor.id} also={whose.id === '' ? null : whose} />
      <option value={NO_ACCOUNT}>Someone without an account</option>
    </select>
  );
}

const NO_ACCOUNT = 'label';
