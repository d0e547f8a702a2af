import { IconCopy } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { Icon } from '#app/components/icon.tsx';
import { Ruled } from '#app/components/page.tsx';

/** The invitation to pass on by hand; it carries time, zone and link itself. */
export function InvitationText({ text, file }: { text: string; file: string }) {
  const id = useId();
  const [copied, setCopied] = useState(false);
  return (
    <section>
      <Ruled>To pass on</Ruled>
      <div className="field">
        <label htmlFor={id}>The invitation in words</label>
        <textarea id={id} className="input" readOnly rows={text.split('\n').length + 2} value={text} />
      </div>
      <div className="acts invitation-acts">
        <button
          type="button"
          className="btn"
          onClick={() => navigator.clipboard?.writeText(text).then(() => setCopied(true))}
        >
          <Icon of={IconCopy} />
          {copied ? 'Copied' : 'Copy the text'}
        </button>
        <a className="btn" href={file} download>
          Download the file (.ics)
        </a>
      </div>
    </section>
  );
}
