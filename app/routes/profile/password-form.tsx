import { Form } from 'react-router';
import { TextField } from '#app/components/field.tsx';
import { NewPasswordField } from '#app/components/new-password-field.tsx';
import { Ruled } from '#app/components/page.tsx';

export const PasswordForm = ({
  problems,
  email,
}: {
  problems: Readonly<Record<string, string>>;
  email: string;
}) => (
  <section>
    <Ruled>Password</Ruled>
    <Form method="post" className="form profile-form">
      <input type="hidden" name="intent" value="password" />
      <TextField
        label="Present password"
        name="present"
        type="password"
        autoComplete="current-password"
        required
        refused={problems.present}
      />
      <NewPasswordField
        label="New password"
        name="next"
        hint="At least 10 characters. Everywhere else you will be signed out."
        whose={email}
        refused={problems.next}
      />
      <div className="acts">
        <button type="submit" className="btn">
          Change password
        </button>
      </div>
    </Form>
  </section>
);
