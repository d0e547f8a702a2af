import { isRefused, type Refused, refuse } from '#domain/refused.ts';
import { type ChosenFile, lastName } from './chosen-file.ts';
import { unzip } from './unzip.server.ts';

/** What was chosen, by what it can become. */
export interface Selection {
  texts: ChosenFile[];
  json: ChosenFile[];
  pictures: ChosenFile[];
  others: ChosenFile[];
}

const TEXT = /\.(?:md|markdown|mdown|txt)$/i;
const PICTURE = /\.(?:png|jpe?g|gif|webp|svg)$/i;

/** Opens zips and sorts. A zip that is refused refuses the whole selection. */
export async function sortSelection(files: readonly ChosenFile[]): Promise<Selection | Refused> {
  const all: ChosenFile[] = [];
  for (const file of files) {
    if (!isZip(file)) {
      all.push(file);
      continue;
    }
    const inside = await unzip(file.bytes);
    if (isRefused(inside)) return refuse(`${lastName(file.path)}: ${inside.refused}`);
    all.push(...inside);
  }
  const texts = all.filter(({ path }) => TEXT.test(path));
  const json = all.filter(({ path }) => /\.json$/i.test(path));
  const pictures = all.filter(({ path }) => PICTURE.test(path));
  const others = all.filter(
    (file) => !texts.includes(file) && !json.includes(file) && !pictures.includes(file),
  );
  if (texts.length + json.length === 0) return refuse(nothingFor(all));
  return { texts, json, pictures, others };
}

const isZip = ({ path, bytes }: ChosenFile): boolean =>
  /\.zip$/i.test(path) || (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04);

const nothingFor = (files: readonly ChosenFile[]): string =>
  files.length === 0
    ? 'Nothing was chosen. Choose a file or paste a text.'
    : 'None of these is a post-mortem in Markdown (.md) or a Slack export (.zip or its .json files).';
