import { Link } from 'react-router';
import { lastingWords, spanOf, zoneWords } from '#app/components/clock-words.ts';
import { listed } from '#app/components/listed.ts';
import { MINUTE_MS } from '#domain/meeting/timer.ts';
import { CallOnAsk } from './call-on-ask.tsx';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';
import { useTick } from './server-clock.ts';
import { WalkInLink } from './walk-in-link.tsx';

/** Before it starts: what, when, who leads, what it is for. Nobody has to come. */
export function Lobby() {
  const { room, phase, zone, clock, reviewTitle, own, may, rehearses } = useRoom();
  const isOwn = useRoomUi().face !== 'shared';
  const now = useTick(clock, 10_000);
  const start = Date.parse(room.startsAt);
  const until = start - now;
  return (
    <div className="stage waiting">
      <div className="hd">
        <span>{phase === 'planned' ? 'Planned' : 'The room is open'}</span>
      </div>
      <h2 id="stage-title" tabIndex={-1}>
        {room.title || reviewTitle}
      </h2>
      <p className="say">
        {until > MINUTE_MS
          ? `We start in ${lastingWords(until)}.`
          : 'We start as soon as the facilitator does.'}
      </p>
      <p className="serif">
        {room.kind === 'review'
          ? `We come to learn how it looked from inside. Coming was a choice.${own.actor.guest ? '' : ' Ideas for fixes are welcome: they are sealed, and opened later.'}`
          : 'We start from questions and insights, open the sealed ideas together, and may well end with nothing to do.'}
      </p>
      <p className="quietly">
        {spanOf(start, start + room.minutes * MINUTE_MS, zone)} ({zoneWords(zone)}).{' '}
        {room.facilitators.length > 0 &&
          `${listed(room.facilitators.map(({ name }) => name))} facilitate${room.facilitators.length === 1 ? 's' : ''}.`}
        {phase === 'planned' &&
          ` The room opens a quarter of an hour before${may('open') === true ? '; you can open it now' : ''}.`}
      </p>
      {room.kind === 'review' && !rehearses && isOwn && <CallOnAsk />}
      {!rehearses && isOwn && !own.actor.guest && (
        <p>
          <Link className="link" to={`/meetings/${room.id}/before`}>
            Bring a question
          </Link>
        </p>
      )}
      {(!isOwn || own.actor.guest) && <WalkInLink />}
    </div>
  );
}
