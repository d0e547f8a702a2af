import { z } from 'zod';
import { TOKEN_DAYS, TOKEN_KINDS } from '#domain/token-scopes.ts';
import { line, zone } from '../doors/fields.ts';
import { newPassword, triedPassword } from './fields.ts';

const DAYS = TOKEN_DAYS.map(String);
const HUES = ['1', '2', '3', '4', '5', '6'] as const;

/** One or two letters as a reader counts them, so that an emoji or an accented letter is one. */
const faceLetters = () =>
  line(20, 'Please give one or two letters.').refine(
    (value) => [...new Intl.Segmenter('en').segment(value)].length <= 2,
    'Please keep this to two letters.',
  );

/** Everything the profile page sends, told apart by `intent`. */
export const profileForm = z.discriminatedUnion('intent', [
  z.strictObject({
    intent: z.literal('profile'),
    name: line(80, 'Please give your name.'),
    zone: zone(),
    faceLetters: faceLetters(),
    faceHue: z.enum(HUES, 'Please choose one of the colours.').transform(Number),
  }),
  z.strictObject({ intent: z.literal('password'), present: triedPassword(), next: newPassword() }),
  z.strictObject({
    intent: z.literal('make-token'),
    purpose: line(80, 'Please say what it is for.'),
    may: z.enum(TOKEN_KINDS, 'Please choose what it may do.'),
    days: z.enum(DAYS, 'Please choose when it ends.').transform(Number),
  }),
  z.strictObject({ intent: z.literal('end-token'), token: z.string().regex(/^[a-z2-7]{32}$/) }),
  z.strictObject({ intent: z.literal('revoke'), signIn: z.string().regex(/^[a-z2-7]{32}$/) }),
]);
