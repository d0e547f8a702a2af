import { z } from 'zod';
import { line } from '../doors/fields.ts';

const PASSWORD_MIN = 10;
const PASSWORD_MAX = 200;

/** An e-mail address, in lower case: what people are known by at the door. */
export const emailAddress = () =>
  line(254, 'Please give an e-mail address.')
    .transform((value) => value.toLowerCase())
    .pipe(z.email('Please give an address such as grace@example.org.'));

/** A password being chosen. Long is what counts; what it is made of is its owner's affair. */
export const newPassword = () =>
  z
    .string(`Please choose at least ${PASSWORD_MIN} characters.`)
    .min(PASSWORD_MIN, `Please choose at least ${PASSWORD_MIN} characters.`)
    .max(PASSWORD_MAX, `Please keep this to ${PASSWORD_MAX} characters.`)
    .refine(
      (value) => value.isWellFormed() && !value.includes('\u0000'),
      'This holds a character that cannot be stored.',
    );

/** A password being tried: never refused for its form, only too long to be one. */
export const triedPassword = () =>
  z.string('Please type your password.').max(PASSWORD_MAX, 'That is longer than any password here.');
