import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Refusal } from '#app/components/refusal.tsx';
import type { Command } from '#domain/meeting/command.ts';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';

/** One field and one press; thanks then take its place. Opened by a press, the focus is in the field. */
export function OneField({
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
  head: ReactNode;
  about?: ReactNode;
  label: string;
  longest: number;
  press: string;
  thanks: string;
  command: (words: string, form: FormData) => Command;
  extra?: ReactNode;
  note?: ReactNode;
}) {
  const { send } = useRoom();
  const { composed, compose, thank, say } = useRoomUi();
  const [refused, setRefused] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  // each press brings the focus back
  useEffect(() => field.current?.focus(), [composed.presses]);
  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const words = String(form.get('words') ?? '');
        const sent = await send(command(words.trim(), form));
        if (!sent.done) return setRefused(sent.sentence);
        say(thanks);
        // what was typed on meanwhile stays, in a form that stays
        if (field.current && field.current.value !== words) return;
        if (field.current) field.current.value = '';
        thank(composed.open, thanks);
      }}
    >
      <div className="head">
        <b>{head}</b>
        {about}
      </div>
      <textarea
        className="input words"
        name="words"
        ref={field}
        aria-label={label}
        placeholder={label}
        maxLength={longest}
        rows={2}
        required
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
            event.currentTarget.form?.requestSubmit();
        }}
      />
      {note}
      <Refusal sentence={refused} />
      <div className="acts">
        <button type="submit" className="btn small">
          {press}
        </button>
        <button type="button" className="btn small quiet" onClick={() => compose(null)}>
          Put away
        </button>
        {extra}
      </div>
    </form>
  );
}
