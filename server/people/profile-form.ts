import { z } from 'zod';
import { line, zone } from '../doors/fields.ts';
import { newPassword, triedPassword } from './fields.ts';

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
  z.strictObject({ intent: z.literal('revoke'), signIn: z.string().regex(/^[a-z2-7]{32}$/) }),
]);
