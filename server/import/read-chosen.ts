import { changeImport, insertImport } from '#db/imports.ts';
import type { ReviewId } from '#domain/ids.ts';
import { besideOthers } from '#domain/import/beside-others.ts';
import type { Proposal } from '#domain/import/proposal.ts';
import { isRefused, type Refused, refuse } from '#domain/refused.ts';
import type { App, SignedIn } from '../app.ts';
import type { ToImport } from './begin-import.ts';
import { Cancelled } from './cancelled.ts';
import { besideText, type ChosenFile, lastName } from './chosen-file.ts';
import { guessedIn, isChat, noText, PASTED_CHAT, textOf } from './chosen-text.ts';
import type { Held } from './held.ts';
import { holdPictures } from './hold-pictures.ts';
import { holdPortions } from './hold-portions.ts';
import { readInThread } from './read-in-thread.server.ts';
import { type Selection, sortSelection } from './sort-selection.ts';

interface Place {
  id: string;
  review: ReviewId | null;
}

/** Takings one preview can show and one form can post. */
const TAKINGS_MAX = 2_000;

/** The reading itself. It ends by holding the import or by saying why not; when the import is cancelled it just ends. */
export async function readChosen(
  app: App,
  person: SignedIn,
  place: Place,
  input: ToImport,
): Promise<Refused | undefined> {
  const refused = await readAll(app, person, place, input).catch((error: unknown) => {
    if (error instanceof Cancelled) return refuse('This import was cancelled.');
    app.log.error('import.read', error, { import: place.id });
    return refuse('Something broke on our side while reading this. Nothing was kept; try again.');
  });
  if (refused) {
    const change = { state: 'refused', sentence: refused.refused } as const;
    await changeImport(app.db, place.id, 'reading', change, app.clock.now()).catch((error: unknown) =>
      app.log.error('import.refuse', error, { import: place.id }),
    );
  }
  return refused;
}

async function readAll(
  app: App,
  person: SignedIn,
  place: Place,
  input: ToImport,
): Promise<Refused | undefined> {
  const chosen = await sorted(input);
  if (isRefused(chosen)) return chosen;
  for (const file of chosen.texts) {
    const refused = noText(file);
    if (refused) return refused;
  }
  const held = nothingHeld(chosen.others.map(notRead));
  const refused = (await readExport(app, place, chosen.json, held)) ?? (await readChat(chosen, held));
  if (refused) return refused;
  const texts = chosen.texts.filter((file) => !isChat(file));
  const proposals: Proposal[] = [];
  for (const text of texts) {
    const proposal = await readPostMortem(text);
    if (isRefused(proposal)) return refuse(`${lastName(text.path)}: ${proposal.refused}`);
    proposals.push(proposal);
  }
  held.notRead.push(...unusedPictures(chosen.pictures, proposals));
  if (proposals.length === 0) await hold(app, place, held, nameOfHeld(held));
  for (const [at, proposal] of proposals.entries())
    await holdProposal(app, person, at === 0 ? { place, held } : { place: null, held: nothingHeld([]) }, {
      proposal,
      guessed: texts.slice(at, at + 1).flatMap(guessedIn),
      pictures: chosen.pictures,
      review: place.review,
    });
}

async function sorted(input: ToImport): Promise<Selection | Refused> {
  if (input.files.length > 0) return sortSelection(input.files);
  const bytes = new TextEncoder().encode(input.pasted);
  const path = input.pastedAs === 'chat' ? PASTED_CHAT : 'Pasted text';
  return { texts: [{ path, bytes }], json: [], pictures: [], others: [] };
}

async function readExport(
  app: App,
  place: Place,
  json: ChosenFile[],
  held: Held,
): Promise<Refused | undefined> {
  if (json.length === 0) return;
  const files = json.map((file) => ({ path: file.path, text: textOf(file) }));
  const read = await readInThread({ kind: 'slack', files }, holdPortions(app, place.id));
  if (isRefused(read)) return read;
  if (read.kind !== 'slack') return;
  held.channels = read.channels;
  held.notRead.push(...read.notRead);
}

async function readChat({ texts }: Selection, held: Held): Promise<Refused | undefined> {
  const [chat, ...more] = texts.filter(isChat);
  if (!chat) return;
  if (more.length > 0) return refuse('Import one pasted chat at a time.');
  const read = await readInThread({ kind: 'pasted-chat', text: textOf(chat) });
  if (isRefused(read)) return read;
  if (read.kind === 'pasted-chat')
    held.pasted = { name: lastName(chat.path), messages: read.messages, before: read.before };
  held.guessed = guessedIn(chat);
}

async function readPostMortem(file: ChosenFile): Promise<Proposal | Refused> {
  const read = await readInThread({ kind: 'post-mortem', name: file.path, text: textOf(file) });
  if (isRefused(read)) return read;
  if (read.kind !== 'post-mortem') return refuse('This is not a post-mortem.');
  const takings = read.proposal.sections.reduce((sum, { pieces }) => sum + pieces.length, 0);
  return takings > TAKINGS_MAX
    ? refuse(
        'This text has more than 2,000 moments and findings. Cut it into parts and import them one by one.',
      )
    : read.proposal;
}

interface ToHold {
  proposal: Proposal;
  guessed: string[];
  pictures: ChosenFile[];
  review: ReviewId | null;
}

/** The first text goes with the chat that was chosen beside it; each further one waits as an import of its own. */
async function holdProposal(
  app: App,
  person: SignedIn,
  { place, held }: { place: Place | null; held: Held },
  { proposal, guessed, pictures, review }: ToHold,
): Promise<void> {
  const name = lastName(proposal.source);
  const own = place ?? { id: app.random.uuid(), review };
  if (!place)
    await insertImport(app.db, { id: own.id, person: person.id, review, name, at: app.clock.now() });
  held.writeUp = review ? besideOthers(proposal, () => app.random.uuid()) : proposal;
  held.guessed = [...(held.guessed ?? []), ...guessed];
  await holdPictures(app, own.id, held, pictures, proposal.source);
  await hold(app, own, held, name);
}

async function hold(app: App, place: Place, held: Held, name: string): Promise<void> {
  const total = held.channels.reduce((sum, channel) => sum + channel.count, 0);
  const change = { state: 'held', held, done: 0, total, name } as const;
  if (!(await changeImport(app.db, place.id, 'reading', change, app.clock.now()))) throw new Cancelled();
}

const nothingHeld = (notRead: string[]): Held => ({
  writeUp: null,
  pasted: null,
  channels: [],
  pictures: [],
  notRead,
});

const nameOfHeld = (held: Held): string =>
  held.pasted?.name ??
  held.channels
    .map(({ name }) => (name === '' ? 'Slack messages' : `#${name}`))
    .join(', ')
    .slice(0, 300);

function unusedPictures(pictures: readonly ChosenFile[], proposals: readonly Proposal[]): string[] {
  const used = proposals.flatMap((proposal) =>
    proposal.pictures.map(({ path }) => besideText(pictures, proposal.source, path)),
  );
  return pictures
    .filter((picture) => !used.includes(picture))
    .map(({ path }) => `${path.slice(0, 200)} is a picture that no text here uses.`);
}

const notRead = ({ path }: ChosenFile): string =>
  `${path.slice(0, 200)} is neither text, picture nor Slack's JSON.`;
