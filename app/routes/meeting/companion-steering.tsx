import { Advance } from './advance.tsx';
import { FacilitatorNotes } from './facilitator-notes.tsx';
import { More } from './foot-facilitator.tsx';
import { SignalsShown } from './inputs/signals.tsx';
import { PhaseButton } from './phase-button.tsx';
import { PitfallCard, PitfallHelp, SixPitfalls, type usePitfalls } from './pitfalls.tsx';
import { useRoom } from './room-context.ts';

/** The hand that steers, beside the wall: on and back from wherever it stands, and the rest under More, so that the stage keeps its room. Time is in the whole room. */
export function Steering() {
  const { phase } = useRoom();
  return (
    <>
      {phase === 'live' ? <Advance /> : <PhaseButton steps={['open', 'start', 'resume', 'reopen']} />}
      <More />
    </>
  );
}

/** Below the stage: this stage's private notes and the six pitfalls at hand. */
export function LeadingHelp({ cards }: { cards: ReturnType<typeof usePitfalls> }) {
  return (
    <div className="leading-help">
      <FacilitatorNotes />
      {cards && (
        <PitfallHelp label="The six pitfalls">
          <SixPitfalls cards={cards} />
        </PitfallHelp>
      )}
    </div>
  );
}

/** Above the controls, where a lead who walks about sees it: what people let them know, and a card. */
export function LeadingSigns({ cards }: { cards: ReturnType<typeof usePitfalls> }) {
  const { phase } = useRoom();
  return (
    <>
      {phase === 'live' && <SignalsShown />}
      {cards?.shown && (
        <PitfallHelp>
          <PitfallCard cards={cards} />
        </PitfallHelp>
      )}
    </>
  );
}
