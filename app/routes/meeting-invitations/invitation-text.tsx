import { IconCopy } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import { Icon } from '#app/components/icon.tsx';
import { Ruled } from '#app/components/page.tsx';

/** The invitation to pass on by hand; it carries time, zone and link itself. */
export function InvitationText({ text, file }: { text: string; file: string }) {
  const id = useId();
  const [copied, setCopied] = useState<boolean | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const copy = async () => {
    try {
      // not there on a page without TLS
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      area.current?.focus();
      area.current?.select();
      setCopied(false);
    }
  };
  return (
    <section>
      <Ruled>To pass on</Ruled>
      <div className="field">
        <label htmlFor={id}>The invitation in words</label>
        <textarea
          ref={area}
          id={id}
          className="input"
          readOnly
          rows={text.split('\n').length + 2}
          value={text}
        />
      </div>
      <div className="acts invitation-acts">
        <button type="button" className="btn" onClick={copy}>
          <Icon of={IconCopy} />
          {copied ? 'Copied' : 'Copy the text'}
        </button>
        <a className="btn" href={file} download>
          Download the file (.ics)
        </a>
      </div>
      <p role="status" className="small">
        {copied === false && 'Your browser does not let Soak copy it. It is marked: press Ctrl+C, or ⌘C.'}
      </p>
    </section>
  );
}
