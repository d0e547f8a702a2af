import { timeOf } from '#app/components/clock-words.ts';
import { DifferentView } from '#app/components/different-view.tsx';
import { bareWords } from '#domain/comments/same-words.ts';
import { nameOfCapture } from '#domain/meeting/capture.ts';
import { claimOf } from '#domain/meeting/claim.ts';
import { findTarget } from '#domain/meeting/find-target.ts';
import type { CaptureShown, PersonShown } from '#domain/meeting/projection.ts';
import { isSameTarget, type Target } from '#domain/meeting/target.ts';
import type { Account, WriteUp } from '#domain/write-up.ts';
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
  const { captures, zone, writeUp } = useRoom();
  const views = captures.filter(
    ({ kind, target: about }) => kind === 'different-view' && isBeside(about, target),
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
          by={nameOfCapture(view)}
          isForLabel={view.forLabel !== null}
          when={`at ${timeOf(view.at, zone)}`}
          claim={isSameTarget(view.target, target) && isStillClaimed(view, writeUp) ? '' : view.claim}
        />
      ))}
    </div>
  );
}

/** C3: beside a section stands what was said of its passages, too. */
const isBeside = (about: Target | null, target: Target): boolean =>
  isSameTarget(about, target) || (target.type === 'section' && about?.section === target.id);

/** C2: the claim reads as it did then; of one that was cut on its way here, as far as it came. */
function isStillClaimed({ target, claim, isCut }: CaptureShown, writeUp: WriteUp): boolean {
  const found = findTarget(writeUp, target);
  const now = bareWords(claimOf(found));
  // as Soak kept it of a part until November 2026
  if (found?.type === 'section' && bareWords(claim) === bareWords(found.section.title)) return true;
  return isCut ? now.startsWith(bareWords(claim.replace(/…$/, ''))) : now === bareWords(claim);
}
