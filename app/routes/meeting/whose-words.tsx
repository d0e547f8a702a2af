import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';
import { readWhose, SOMEBODY, SOMEBODY_BY_LABEL, type Whose, writtenWhose } from './whose.ts';

/** Whose the words being written are. A device everybody shares asks for a name each time. */
export function useWhose(): [Whose, (whose: Whose) => void] {
  const { face, drafts, change } = useRoomUi();
  const whose = readWhose(drafts.said.whose);
  const isNamed = face === 'shared' && whose.how !== 'label';
  return [isNamed ? SOMEBODY_BY_LABEL : whose, (next) => change('said', { whose: writtenWhose(next) })];
}

/** Someone here with an account confirms their words before others see them; others are named by a label (C2). */
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
  return <SomebodyHere whose={whose} choose={choose} />;
}

function SomebodyHere({ whose, choose }: { whose: Whose & { how: 'person' }; choose(whose: Whose): void }) {
  const { people, own } = useRoom();
  const here = people
    // what a guest says is theirs to note: their name would outlive them here (G1)
    .filter(({ user }) => user.id !== own.actor.id && !user.guest)
    .map(({ user: { id, name } }) => ({ id, name }));
  // who has left meanwhile is still whose words these are
  const hasLeft = whose.id !== '' && here.every(({ id }) => id !== whose.id);
  const named = hasLeft ? [...here, whose] : here;
  return (
    <select
      className="input brief"
      aria-label="Whose words"
      value={whose.id}
      onChange={({ currentTarget: { value } }) => {
        const chosen = named.find(({ id }) => id === value);
        choose(
          value === NOT_HERE ? SOMEBODY_BY_LABEL : { how: 'person', id: value, name: chosen?.name ?? '' },
        );
      }}
    >
      <option value="">Mine after all</option>
      {named.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
      <option value={NOT_HERE}>Someone without an account</option>
    </select>
  );
}

const NOT_HERE = 'label';
