import { IconDots, IconHandStop, IconKeyboard, IconParking, IconRoute } from '@tabler/icons-react';
import { CAPTURE_ICON } from '#app/components/capture-line.tsx';
import { Drop } from '#app/components/drop.tsx';
import { Icon } from '#app/components/icon.tsx';
import { SealMark } from '#app/components/seal-mark.tsx';
import type { Composing } from './composing.ts';
import { ROOM_KEYS, type RoomKeyName } from './keys.ts';
import { ReadyButton, ReadyCount } from './ready.tsx';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';
import { useRoomKey } from './use-room-keys.ts';

const CAPTURES = [
  { what: 'question', key: 'question', words: 'Question' },
  { what: 'insight', key: 'insight', words: 'Insight' },
  { what: 'different-view', key: 'view', words: 'Different view' },
] as const;

/** What everyone may do, for themselves alone: a hand, three captures, park, seal. */
export function FootParticipant() {
  const { room } = useRoom();
  return (
    <>
      <HandButton />
      <span className="vr" />
      {CAPTURES.map(({ what, key, words }) => (
        <ComposeButton key={what} what={what} keyName={key} className={`btn quiet capture-${what}`}>
          <Icon of={CAPTURE_ICON[what]} size={17} />
          <span className="wide-word">{words}</span>
          {what === 'question' && <span className="narrow-word">Capture</span>}
        </ComposeButton>
      ))}
      <span className="vr" />
      <ComposeButton what="park" keyName="park">
        <Icon of={IconParking} size={17} />
        Park this
      </ComposeButton>
      {room.kind === 'review' && (
        <ComposeButton what="seal" keyName="seal" className="btn quiet seal-button">
          <SealMark size={17} />
          Seal an idea
        </ComposeButton>
      )}
      <ComposeButton what="signal" keyName="signal" className="btn quiet lost-button">
        <Icon of={IconRoute} size={17} />
        Lost?
      </ComposeButton>
      <span className="gap" />
      <ReadyButton />
      <ReadyCount />
      <KeysAndEnd />
    </>
  );
}

const RULE_OF = {
  question: 'capture',
  insight: 'capture',
  'different-view': 'capture',
  park: 'park',
  seal: 'seal',
  signal: 'signal',
} as const;

/** Opens one form in place; pressed again, puts it away. */
export function ComposeButton({
  what,
  keyName,
  children,
  className = 'btn quiet',
}: {
  what: Exclude<Composing, 'hand'>;
  keyName: RoomKeyName;
  children: React.ReactNode;
  className?: string;
}) {
  const { may } = useRoom();
  const { composed, press: open } = useRoomUi();
  const allowed = may(RULE_OF[what]);
  const press = () => open(what);
  useRoomKey(keyName, allowed === true ? press : null);
  return (
    <button
      type="button"
      className={className}
      onClick={press}
      disabled={allowed !== true}
      title={allowed === true ? undefined : allowed}
      aria-expanded={composed.open === what}
      aria-keyshortcuts={ROOM_KEYS[keyName].shown}
    >
      {children}
      <kbd>{ROOM_KEYS[keyName].shown}</kbd>
    </button>
  );
}

/** Raise, or lower what is raised: one button, one key. */
export function HandButton({ className = 'btn main' }: { className?: string }) {
  const { waiting, own, send, may } = useRoom();
  const { composed, press: open } = useRoomUi();
  const mine = waiting.find(({ by, raisedFor }) => by.id === own.actor.id && raisedFor === null);
  const allowed = mine ? true : may('raise-hand');
  const press = () => {
    if (mine) send({ command: 'lower-hand', entry: mine.id });
    else open('hand');
  };
  useRoomKey('hand', allowed === true ? press : null);
  return (
    <button
      type="button"
      className={mine ? className.replace(' main', '') : className}
      onClick={press}
      disabled={allowed !== true}
      title={allowed === true ? undefined : allowed}
      aria-expanded={mine ? undefined : composed.open === 'hand'}
      aria-keyshortcuts="H"
    >
      <Icon of={IconHandStop} size={18} />
      {mine ? 'Lower my hand' : 'Raise a hand'}
      <kbd>H</kbd>
    </button>
  );
}

/** M2: an analyst of the review ends its meeting too, when nobody who steers is there to. */
export function KeysAndEnd() {
  const { may } = useRoom();
  const { openDialog } = useRoomUi();
  if (may('end') !== true) return <AllKeys />;
  return (
    <Drop
      up
      summary={
        <span className="btn quiet">
          <Icon of={IconDots} size={17} />
          More
        </span>
      }
    >
      <AllKeys />
      <button type="button" className="item" onClick={() => openDialog('end')}>
        End the meeting…
      </button>
    </Drop>
  );
}

export function AllKeys() {
  const { openDialog } = useRoomUi();
  const press = () => openDialog('keys');
  useRoomKey('list', press);
  return (
    <button type="button" className="btn quiet all-keys" onClick={press} aria-keyshortcuts="?">
      <Icon of={IconKeyboard} size={18} />
      <span className="word">Keys</span>
      <kbd>?</kbd>
    </button>
  );
}
