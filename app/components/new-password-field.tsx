import type { ReactNode } from 'react';
import { TextField } from './field.tsx';

/** A password chosen anew. `whose`: the address it belongs to, which password managers otherwise do not know. */
export const NewPasswordField = ({
  label,
  name = 'password',
  hint = 'At least 10 characters.',
  whose,
  refused,
}: {
  label: string;
  name?: string;
  hint?: ReactNode;
  whose?: string;
  refused: string | undefined;
}) => (
  <>
    {whose !== undefined && <input type="email" autoComplete="username" value={whose} readOnly hidden />}
    <TextField
      label={label}
      name={name}
      type="password"
      autoComplete="new-password"
      hint={hint}
      required
      refused={refused}
    />
  </>
);
