import { type MessageExtras, missingPicture, NO_WORDS } from '#domain/import/evidence.ts';
import { pictureAddress } from './surroundings.tsx';

/** One thing that came with a message: a picture by its address and what it shows, or words about what has no address. */
export interface Thing {
  src: string | null;
  words: string;
}

/** Pictures and names of files that came with a message; where a picture was not brought along, its description stays. */
export const thingsOf = (
  { pictures = [], files = [] }: Pick<MessageExtras, 'pictures' | 'files'>,
  review: string,
  base?: string,
): Thing[] => [
  ...pictures.map((picture) =>
    picture.upload === null
      ? { src: null, words: missingPicture(picture) }
      : { src: pictureAddress(review, picture.upload, base), words: picture.alt },
  ),
  ...files.map((name) => ({ src: null, words: `file: ${name}` })),
];

/** What is said of a message where its words would stand: those, or what came along instead of them. */
export const wordsOrThings = (text: string, things: readonly Thing[]): string =>
  text ||
  things
    .map(({ words }) => words)
    .filter(Boolean)
    .join(', ') ||
  NO_WORDS;

export const CameAlong = ({ things }: { things: readonly Thing[] }) =>
  things.map(({ src, words }, at) =>
    src === null ? (
      <span key={at} className="came-along">
        {words}
      </span>
    ) : (
      <img key={at} src={src} alt={words} loading="lazy" />
    ),
  );
