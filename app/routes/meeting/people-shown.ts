import type { FaceOf } from '#app/components/face.tsx';
import type { PersonShown } from '#domain/meeting/projection.ts';

export const faceOf = (person: PersonShown): FaceOf => ({
  name: person.name,
  faceLetters: person.letters,
  faceHue: person.hue,
});

const ORDINALS = [
  'next',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];

/** One's own place in the queue, as words. */
export const placeWords = (index: number): string =>
  index === 0 ? 'next in line' : `${ORDINALS[index] ?? `number ${index + 1}`} in line`;
