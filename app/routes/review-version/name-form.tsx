import { Form } from 'react-router';
import { TextField } from '#app/components/field.tsx';
import { LONGEST_VERSION_NAME } from '#domain/history/version.ts';

/** A name by which this version is found again. */
export const NameForm = ({
  name,
  answer,
}: {
  name: string;
  answer: { refused: string | null; named: boolean } | null;
}) => (
  <Form method="post" className="form" preventScrollReset>
    <TextField
      label="A name for this version"
      name="name"
      defaultValue={name}
      maxLength={LONGEST_VERSION_NAME}
      hint="It stands in the history. Left empty, it has none."
      refused={answer?.refused}
    />
    <button type="submit" className="btn">
      Keep this name
    </button>
    <p role="status" className="quietly">
      {answer?.named ? 'Kept.' : ''}
    </p>
  </Form>
);
