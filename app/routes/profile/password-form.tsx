import { Form } from 'react-router';
import { TextField } from '#app/components/field.tsx';
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
      {/* for password managers, which otherwise do not know whose it is */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <TextField
        label="Present password"
        name="present"
        type="password"
        autoComplete="current-password"
        required
        refused={problems.present}
      />
      <TextField
        label="New password"
        name="next"
        type="password"
        autoComplete="new-password"
        hint="At least 10 characters. Everywhere else you will be signed out."
        required
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
