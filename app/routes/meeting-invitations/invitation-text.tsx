import { useId } from 'react';
import { CopyButton } from '#app/components/copy-button.tsx';
import { Ruled } from '#app/components/page.tsx';

/** The invitation to pass on by hand; it carries time, zone and link itself. */
export function InvitationText({ text, file }: { text: string; file: string }) {
  const id = useId();
  return (
    <section>
      <Ruled>To pass on</Ruled>
      <div className="field">
        <label htmlFor={id}>The invitation in words</label>
        <textarea id={id} className="input" readOnly rows={text.split('\n').length + 2} value={text} />
      </div>
      <div className="acts invitation-acts">
        <CopyButton className="btn" text={text}>
          Copy the text
        </CopyButton>
        <a className="btn" href={file} download>
          Download the file (.ics)
        </a>
      </div>
    </section>
  );
}
