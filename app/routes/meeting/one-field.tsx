import { IconCheck } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Icon } from '#app/components/icon.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import type { Command } from '#domain/meeting/command.ts';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';

/** One field and one press; what is said in thanks stands where the field was. */
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
  const { compose, say } = useRoomUi();
  const [refused, setRefused] = useState<string | null>(null);
  const [done, setDone] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => compose(null), 4000);
    return () => clearTimeout(timer);
  }, [done, compose]);
  if (done)
    return (
      <p className="thanks">
        <Icon of={IconCheck} />
        {thanks}
      </p>
    );
  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const sent = await send(command(String(form.get('words') ?? '').trim(), form));
        if (!sent.done) return setRefused(sent.sentence);
        say(thanks);
        setDone(true);
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
