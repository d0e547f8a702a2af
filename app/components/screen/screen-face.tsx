import './screen.css';
import './screen-code.css';
import type { ReactNode } from 'react';
import type { ScreenJoin } from '#domain/meeting/guests.ts';
import type { ScreenShown, ScreenStage } from '#domain/meeting/screen.ts';
import { timeOf } from '../clock-words.ts';
import { WritingFactsProvider } from '../writing/surroundings.tsx';
import { BigCode } from './screen-code.tsx';
import { ScreenContents } from './screen-content.tsx';
import { ScreenFoot } from './screen-foot.tsx';
import { ScreenAsks, ScreenInputs, ScreenViews } from './screen-inputs.tsx';
import { ScreenWalk } from './screen-walk.tsx';
import { useFit } from './use-fit.ts';

export interface ScreenFaceProps {
  shown: ScreenShown;
  /** The zone the write-up tells its moments in. */
  momentZone: string;
  /** Where people join, in words and as a picture. */
  join: ScreenJoin;
  /** What the server's clock says. */
  now(): number;
  /** Where the pictures of what is shown lie, without the slash at the end. */
  pictures: string;
  /** A short word in the corner: that it reconnects, say. */
  corner?: string | null;
  /** A small copy of it, for facilitators: a picture and nothing to read with a screen reader. */
  thumb?: boolean;
}

/** What hangs on the wall, in units of a 1920 by 1080 screen: the same on every projector, and as a thumbnail. */
export function ScreenFace({ thumb = false, ...props }: ScreenFaceProps) {
  const { shown, momentZone, pictures } = props;
  const facts = { review: '', zone: momentZone, messages: {}, names: {}, onThisPage: true, pictures };
  const face = shown.blank ? (
    <div className="screen-face blanked">
      {props.corner && <Corner>{props.corner}</Corner>}
      <span className="sr">The screen is blank for now.</span>
    </div>
  ) : (
    <WritingFactsProvider value={facts}>
      <Face {...props} shown={shown} />
    </WritingFactsProvider>
  );
  return thumb ? (
    <div className="wall thumb" aria-hidden="true" inert>
      {face}
    </div>
  ) : (
    <main className="wall full" id="main">
      {face}
    </main>
  );
}

const Corner = ({ children }: { children: ReactNode }) => <p className="screen-corner">{children}</p>;

function Face({ shown, ...props }: ScreenFaceProps & { shown: Extract<ScreenShown, { blank: false }> }) {
  const { stage } = shown;
  return (
    <div className="screen-face">
      <header>
        <p className="what">{shown.title}</p>
        <p className="where" role="status">
          {props.corner ?? (shown.frozen ? 'The screen is frozen' : stage && whereWords(stage))}
        </p>
        <h1>{stage?.title ?? waitingWords(shown)}</h1>
      </header>
      {stage?.walk ? <ScreenWalk walk={stage.walk} zone={props.momentZone} /> : <span />}
      <Body shown={shown} zone={props.momentZone} join={props.join} />
      <ScreenFoot shown={shown} join={props.join} now={props.now} />
    </div>
  );
}

const whereWords = ({ at, of, step }: ScreenStage) =>
  `part ${at} of ${of}${step ? `, ${step.at} of ${step.of} in it` : ''}`;

type Shown = Extract<ScreenShown, { blank: false }>;

function waitingWords({ phase, startsAt, zone }: Shown): string {
  if (phase === 'planned' || phase === 'lobby') return `We begin at ${timeOf(startsAt, zone)}`;
  if (phase === 'ended') return 'Thank you for coming';
  return 'The meeting is paused';
}

const isAlone = ({ content, inputs }: ScreenStage) => content.length === 0 && inputs === null;

function Body({ shown, zone, join }: { shown: Shown; zone: string; join: ScreenJoin }) {
  const { stage, parked, phase } = shown;
  const box = useFit(JSON.stringify([stage, parked, phase, join.code]));
  return (
    <div className="screen-body" ref={box}>
      <div className="fits">
        {phase === 'paused' && <p className="screen-prompt">The meeting is paused. It goes on from here.</p>}
        {stage === null && (phase === 'planned' || phase === 'lobby') && <BigCode join={join} />}
        {stage === null && phase === 'ended' && (
          <p className="screen-prompt">What was said is kept in the record.</p>
        )}
        {stage?.prompt && (
          <p className={isAlone(stage) ? 'screen-prompt alone' : 'screen-prompt'}>{stage.prompt}</p>
        )}
        {stage && <ScreenContents contents={stage.content} title={stage.title} zone={zone} />}
        {stage?.inputs && <ScreenInputs inputs={stage.inputs} />}
        {stage?.isRead && (
          <p className="screen-under">Everyone reads the write-up on their own screen, at their own pace.</p>
        )}
        {stage?.asks && <ScreenAsks kind={stage.asks} />}
        {stage && stage.views > 0 && <ScreenViews count={stage.views} />}
        {parked && parked.length > 0 && (
          <section className="screen-parked">
            <h2>Parked</h2>
            <ul>
              {parked.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <p className="goes-on">
        It goes on in the {stage?.content.some(({ type }) => type === 'chat') ? 'evidence' : 'write-up'}.
      </p>
    </div>
  );
}
