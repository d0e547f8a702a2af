import { IconDeviceDesktop, IconDots } from '@tabler/icons-react';
import { Icon } from '#app/components/icon.tsx';
import { ScreenFace } from '#app/components/screen/screen-face.tsx';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';
import { type ScreenHere, useScreenHere } from './screen-control.ts';

/** In the facilitator's own column: what hangs on the wall now, and its two quick presses. */
export function ScreenPanel() {
  const here = useScreenHere();
  const { phase } = useRoom();
  const { openDialog } = useRoomUi();
  if (!here || phase === 'ended' || phase === 'cancelled') return null;
  if (!here.screen)
    return (
      <section className="screen-panel" aria-label="The screen">
        <button
          type="button"
          className="btn small"
          onClick={async () => {
            await here.show();
            openDialog('screen');
          }}
        >
          <Icon of={IconDeviceDesktop} />
          Show on a screen
        </button>
        {here.refused && <p className="small">{here.refused}</p>}
      </section>
    );
  return (
    <section className="screen-panel" aria-label="The screen">
      <h2>{nowWords(here.screen)}</h2>
      <Thumbnail screen={here.screen} />
      <ScreenPresses here={here}>
        <button
          type="button"
          className="btn small"
          onClick={() => openDialog('screen')}
          aria-label="More for the screen"
        >
          <Icon of={IconDots} />
        </button>
      </ScreenPresses>
    </section>
  );
}

type Open = NonNullable<ScreenHere['screen']>;

export const nowWords = ({ blank, frozen }: Open): string => {
  if (blank) return 'The screen is blank';
  return frozen ? 'The screen is frozen' : 'On the screen now';
};

export function Thumbnail({ screen }: { screen: Open }) {
  const { room, clock } = useRoom();
  const { answer } = screen;
  return (
    <ScreenFace
      thumb
      shown={answer.shown}
      momentZone={answer.momentZone}
      join={answer.join}
      now={clock.now}
      pictures={`/reviews/${room.reviewId}/uploads`}
    />
  );
}

/** Blank and freeze, as a pair of switches. */
export function ScreenPresses({ here, children }: { here: ScreenHere; children?: React.ReactNode }) {
  const { room } = useRoom();
  if (!here.screen) return null;
  const { blank, frozen } = here.screen;
  return (
    <div className="acts screen-acts">
      <button
        type="button"
        className="btn small"
        aria-pressed={blank}
        aria-keyshortcuts="W"
        onClick={() => here.does({ do: 'choose', blank: !blank })}
      >
        {blank ? 'Show it again' : 'Blank'}
        <kbd>W</kbd>
      </button>
      {(room.current || frozen) && (
        <button
          type="button"
          className="btn small"
          aria-pressed={frozen}
          onClick={() => here.does({ do: 'choose', frozen: !frozen })}
        >
          {frozen ? 'Let it follow' : 'Freeze'}
        </button>
      )}
      {children}
    </div>
  );
}
