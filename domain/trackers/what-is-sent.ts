import type { TrackerKind } from './tracker.ts';

/** An item as its review knows it. */
export interface ItemToSend {
  id: string;
  title: string;
  ownerName: string;
  /** The finding's title, or why it answers none. */
  answers: string;
  dueOn: string | null;
  shows: string;
}

export interface ReviewOfItem {
  title: string;
  privacy: 'open' | 'private';
  /** The page its items stand on. */
  address: string;
}

/** Word for word what leaves Soak. */
export interface Sent {
  title: string;
  body: string;
}

/** By this an item is found again in a tracker whose answer was lost. */
export const markerOf = (item: string): string => `soak-item:${item}`;

/** Jira takes 255 characters in a summary, GitHub 256. */
const LONGEST_SUMMARY = 255;

/**
 * T2: what is shown before sending and is then sent. Of a private review neither its title nor what a finding says leaves: whoever
 * reads the tracker has not been named there.
 */
export function whatIsSent(item: ItemToSend, review: ReviewOfItem): Sent {
  const isPrivate = review.privacy === 'private';
  const title = item.title.replace(/\s+/g, ' ').trim();
  const facts = [`Owner: ${item.ownerName}`, ...(item.dueOn ? [`By: ${item.dueOn}`] : [])].join('\n');
  const from = isPrivate ? 'From a review in Soak' : `From the action session of “${review.title}” in Soak`;
  const parts = [
    ...(title.length > LONGEST_SUMMARY ? [title] : []),
    ...(item.shows ? [`It worked if: ${item.shows}`] : []),
    facts,
    ...(!isPrivate && item.answers ? [`What it answers: ${item.answers}`] : []),
    `${from}:\n${review.address}#item-${item.id}`,
    markerOf(item.id),
  ];
  return {
    title: cut(title),
    body: parts.join('\n\n'),
  };
}

/** Between whole characters, with a sign that there is more. */
function cut(title: string): string {
  if (title.length <= LONGEST_SUMMARY) return title;
  let kept = '';
  for (const character of title) {
    if (kept.length + character.length > LONGEST_SUMMARY - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** Who will read it there, told before it is sent. */
export const privacyWords = (privacy: 'open' | 'private', tracker: string): string =>
  privacy === 'private'
    ? `This review is private. What you see below leaves Soak, and everybody who can read ${tracker} will read it: no title of the review, no finding, but the item, its owner and a link that opens only for who may read here.`
    : `What you see below leaves Soak, word for word, and everybody who can read ${tracker} will read it.`;

/** Where the tracker's own page of an item takes plain text, paragraphs and breaks as Jira Cloud's documents write them. */
export const asDocument = (body: string): object => ({
  type: 'doc',
  version: 1,
  content: body.split('\n\n').map((paragraph) => ({
    type: 'paragraph',
    content: paragraph
      .split('\n')
      .filter((line) => line !== '')
      .flatMap((text, place) => [...(place > 0 ? [{ type: 'hardBreak' }] : []), { type: 'text', text }]),
  })),
});

/** T4: trackers that can be asked for what came lately, so that a lost answer can be looked for; a webhook cannot. */
export const canBeLookedThrough = (kind: TrackerKind): boolean => kind !== 'webhook';
