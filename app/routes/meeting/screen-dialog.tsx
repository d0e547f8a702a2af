import { ConfirmDialog } from '#app/components/confirm-dialog.tsx';
import { CopyButton } from '#app/components/copy-button.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { useRoomUi } from './room-ui.ts';
import { type ScreenHere, useScreenHere } from './screen-control.ts';
import { nowWords, ScreenPresses, Thumbnail } from './screen-panel.tsx';

/** The screen on the wall: its link, what it shows, a new link, and its end. */
export function ScreenDialog({ open }: { open: boolean }) {
  const here = useScreenHere();
  const { openDialog } = useRoomUi();
  if (!here) return null;
  return (
    <ConfirmDialog
      open={open}
      title="The screen on the wall"
      onClose={() => openDialog(null)}
      actions={null}
      leave="Done"
    >
      <p className="quietly small">
        It shows what everyone sees: where the group is, the time left, who speaks. Whoever has its link sees
        that and nothing else, until the meeting can no longer be reopened.
      </p>
      <Refusal sentence={here.refused} />
      {open && here.screen ? (
        <OpenScreen here={here} screen={here.screen} />
      ) : (
        <button type="button" className="btn" onClick={here.show}>
          Show on a screen
        </button>
      )}
    </ConfirmDialog>
  );
}

function OpenScreen({ here, screen }: { here: ScreenHere; screen: NonNullable<ScreenHere['screen']> }) {
  return (
    <div className="screen-dialog">
      <h3>{nowWords(screen)}</h3>
      <Thumbnail screen={screen} />
      <ScreenPresses here={here} />
      <label className="facilitator-choice">
        <input
          type="checkbox"
          checked={screen.showTime}
          onChange={(event) => here.does({ do: 'choose', showTime: event.currentTarget.checked })}
        />
        Show the time left
      </label>
      <label className="facilitator-choice">
        <input
          type="checkbox"
          checked={screen.showParked}
          onChange={(event) => here.does({ do: 'choose', showParked: event.currentTarget.checked })}
        />
        Show what was parked
      </label>
      {here.link ? (
        <Link link={here.link} />
      ) : (
        <p className="quietly small">
          Its link was shown to whoever made it. A new link works at once, and the screen that is open now
          goes dark.
        </p>
      )}
      <div className="acts">
        <button type="button" className="btn small" onClick={here.show}>
          Make a new link
        </button>
        <button type="button" className="btn small" onClick={() => here.does({ do: 'end' })}>
          Close the screen
        </button>
      </div>
    </div>
  );
}

function Link({ link }: { link: string }) {
  return (
    <div className="field">
      <label htmlFor="screen-link">Link for the machine at the projector</label>
      <input
        id="screen-link"
        className="input"
        readOnly
        value={link}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className="acts">
        <CopyButton text={link}>Copy the link</CopyButton>
        <a className="btn small" href={link} target="_blank" rel="noopener noreferrer">
          Open it here
        </a>
      </div>
    </div>
  );
}
