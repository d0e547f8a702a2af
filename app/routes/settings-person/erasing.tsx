import { Form } from 'react-router';
import { ErasedWhat } from '#app/components/erased-what.tsx';
import { TextField } from '#app/components/field.tsx';
import { Ruled } from '#app/components/page.tsx';

/** P12: of somebody deactivated, for good, confirmed by typing their name. */
export const Erasing = ({ name, refused }: { name: string; refused?: string | undefined }) => (
  <section>
    <Ruled>Erase for good</Ruled>
    <ErasedWhat />
    <Form method="post" className="form settings-form">
      <input type="hidden" name="intent" value="erase" />
      <TextField
        label={`Type “${name}” to confirm; it cannot be undone`}
        name="typedName"
        autoComplete="off"
        required
        refused={refused}
      />
      <div className="acts">
        <button type="submit" className="btn">
          Erase {name}
        </button>
      </div>
    </Form>
  </section>
);
