import { Form } from 'react-router';
import { ConfirmSubmit } from '#app/components/confirm-submit.tsx';
import { Ruled } from '#app/components/page.tsx';

export const CancelIt = ({ problem }: { problem: string | undefined }) => (
  <section className="cancel">
    <Ruled>Cancel it</Ruled>
    <Form method="post" className="form">
      <input type="hidden" name="press" value="cancel" />
      <label className="field">
        <span className="label">Why, in a sentence everyone can read</span>
        <input className="input" name="reason" maxLength={500} />
      </label>
      {problem && <p className="refusal">{problem}</p>}
      <ConfirmSubmit question="Cancel this meeting?" confirm="Cancel it">
        Cancel the meeting
      </ConfirmSubmit>
    </Form>
  </section>
);
