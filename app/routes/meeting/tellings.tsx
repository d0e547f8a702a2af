import { timeOf } from '#app/components/clock-words.ts';
import { DifferentView } from '#app/components/different-view.tsx';
import type { PersonShown } from '#domain/meeting/projection.ts';
import { isSameTarget, type Target } from '#domain/meeting/target.ts';
import type { Account } from '#domain/write-up.ts';
import { useRoom } from './room-context.ts';
import { StageBlocks } from './stage-blocks.tsx';

/** Accounts from the write-up and different views from the room: equal, side by side, never a winner. */
export function Tellings({
  target,
  accounts,
  teller,
}: {
  target: Target;
  accounts: readonly Account[];
  teller: PersonShown | null;
}) {
  const { captures, zone } = useRoom();
  const views = captures.filter(
    ({ kind, target: about }) => kind === 'different-view' && isSameTarget(about, target),
  );
  if (accounts.length === 0 && views.length === 0)
    return teller && <p className="telling quietly">{teller.name} is telling this part.</p>;
  return (
    <div className="tells">
      {accounts.map((account) => (
        <div key={account.id}>
          <h3>
            {teller && account.teller.toLowerCase().includes(teller.name.toLowerCase())
              ? `${teller.name} is telling this part`
              : account.teller}
          </h3>
          <StageBlocks blocks={account.blocks} small />
          <small>an account in the write-up</small>
        </div>
      ))}
      {views.map((view) => (
        <DifferentView
          key={view.id}
          words={view.words}
          by={view.forPerson?.name ?? view.forLabel ?? view.notedBy.name}
          when={`at ${timeOf(view.at, zone)}`}
        />
      ))}
    </div>
  );
}
