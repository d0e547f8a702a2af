import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Refusal } from '#app/components/refusal.tsx';
import type { Command } from '#domain/meeting/command.ts';
import type { DraftName } from './drafts.ts';
import { isInTheMaking } from './keys.ts';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';

/** One field and one press; thanks then take its place. Opened by a press, the focus is in the field. What is typed waits in this tab until it is kept. */
export function OneField({
  draft: name,
  head,
  about,
  label,
  longest,
  press,
  thanks,
  command,
  extra,
  note,
}: {
  draft: DraftName;
  head: ReactNode;
  about?: ReactNode;
  label: string;
  longest: number;
  press: string;
  thanks: string;
  command: (words: string) => Command;
  extra?: ReactNode;
  note?: ReactNode;
}) {
  const { send } = useRoom();
  const { composed, putAway, thank, say, drafts, change, forget } = useRoomUi();
  const { words } = drafts[name];
  const [refused, setRefused] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  // each press brings the focus back
  useEffect(() => field.current?.focus(), [composed.presses]);
  // where one goes on, should it be put away
  useEffect(() => change(name, { type: composed.open ?? '' }), [composed.open, name, change]);
  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault();
        if (words.trim() === '') return;
        const sent = await send(command(words.trim()));
        if (!sent.done) return setRefused(sent.sentence);
        setRefused(null);
        say(thanks);
        // what was typed on meanwhile stays, in a form that stays
        if (forget(name, words)) thank(composed.open, thanks);
      }}
    >
      <div className="head">
        <b>{head}</b>
        {about}
      </div>
      <textarea
        className="input words"
        ref={field}
        value={words}
        onChange={(event) => change(name, { words: event.currentTarget.value })}
        aria-label={label}
        placeholder={label}
        maxLength={longest}
        rows={2}
        required
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isInTheMaking(event.nativeEvent))
            event.currentTarget.form?.requestSubmit();
        }}
      />
      {note}
      <Refusal sentence={refused} />
      <div className="acts">
        <button type="submit" className="btn small">
          {press}
        </button>
        <button type="button" className="btn small quiet" onClick={putAway}>
          Put away
        </button>
        {extra}
      </div>
    </form>
  );
}
