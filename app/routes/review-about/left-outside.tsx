import { Form } from 'react-router';
import { listed } from '#app/components/listed.ts';
import { Ruled } from '#app/components/page.tsx';

/** P10: becoming private, or a draft again, takes the meeting from under those who are invited to it. */
export const LeftOutside = ({ names }: { names: readonly string[] }) =>
  names.length > 0 && (
    <>
      <Ruled>Invited, and shut out</Ruled>
      <p role="status">
        {listed(names)} {names.length === 1 ? 'is' : 'are'} invited to its meeting and cannot read this
        review, so to them there is no such meeting. They were not told.
      </p>
      <Form method="post">
        <input type="hidden" name="intent" value="let-them-read" />
        <button type="submit" className="btn">
          Name them as readers
        </button>
      </Form>
    </>
  );
