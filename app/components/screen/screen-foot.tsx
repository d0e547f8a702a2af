import { useEffect, useState } from 'react';
import type { ScreenJoin } from '#domain/meeting/guests.ts';
import type { NameShown, ScreenShown } from '#domain/meeting/screen.ts';
import { QrPicture } from '../qr-picture.tsx';
import { timerFace } from '../timer-words.ts';

type Shown = Extract<ScreenShown, { blank: false }>;

/** Along the foot: the time left, who speaks and who is next, where to join. */
export function ScreenFoot({ shown, join, now }: { shown: Shown; join: ScreenJoin; now(): number }) {
  // said large above already
  const isBig = shown.stage === null && shown.phase !== 'paused';
  if (isBig && !shown.timer && !shown.speaking && shown.next.length === 0) return null;
  return (
    <footer className="screen-foot">
      {shown.timer ? <TimeLeft timer={shown.timer} minutes={shown.minutes} now={now} /> : <span />}
      <Speaking speaking={shown.speaking} next={shown.next} />
      {shown.phase !== 'ended' && !isBig && (
        <div className="screen-join">
          <p>
            <b>{join.place}</b>
            <span>{join.code ? `Join with ${join.code}` : 'Sign in, or scan this'}</span>
          </p>
          <QrPicture qr={join.qr} label={`The way in: ${join.place}`} />
        </div>
      )}
    </footer>
  );
}

function TimeLeft({
  timer,
  minutes,
  now,
}: {
  timer: NonNullable<Shown['timer']>;
  minutes: number;
  now(): number;
}) {
  const [, beat] = useState(0);
  useEffect(() => {
    const beats = setInterval(() => beat((count) => count + 1), 500);
    return () => clearInterval(beats);
  }, []);
  const left = timer.state === 'running' ? Date.parse(timer.endsAt) - now() : timer.remainingMs;
  const face = timerFace(left, timer.state === 'paused', minutes);
  return (
    <p className="screen-time" role="timer" aria-label={face.aloud} aria-live="off">
      <b aria-hidden="true">{face.figures}</b>
      <span aria-hidden="true">
        {face.over ? 'over' : timer.state === 'paused' ? 'left, paused' : 'left here'}
      </span>
    </p>
  );
}

function Speaking({ speaking, next }: { speaking: NameShown | null; next: readonly NameShown[] }) {
  const names = next.map(nameWords);
  if (!speaking && names.length === 0) return <span />;
  return (
    <p className="screen-speaking">
      {speaking && <b>{nameWords(speaking)} is speaking</b>}
      {names.length > 0 && <span>{`${speaking ? 'then' : 'Next:'} ${names.join(', then ')}`}</span>}
    </p>
  );
}

const nameWords = ({ name, raisedFor }: NameShown) => raisedFor ?? name;
