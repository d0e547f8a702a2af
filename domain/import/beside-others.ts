import type { Piece, Proposal, ProposedSection } from './proposal.ts';
import { linksUnderHeading } from './read-section.ts';

/**
 * The same text for a write-up that is there and has a title already: this one heads a section, what it linked to stands
 * below it, and text before the first heading after that. A title that is the file's name goes nowhere.
 */
export function besideOthers(proposal: Proposal, newId: () => string): Proposal {
  if (proposal.titleMade) return proposal;
  const { title, sections, leftOut } = proposal;
  const addresses = leftOut.filter(({ why }) => why === 'title-link').map(({ text }) => text);
  const before = sections.filter(({ titleMade }) => titleMade);
  const headed: ProposedSection = {
    id: newId(),
    title,
    titleMade: false,
    pieces: [
      ...linksUnderHeading({ newId }, addresses),
      ...before.flatMap(({ pieces }) => pieces.map((piece) => under(title, piece))),
    ],
  };
  return {
    ...proposal,
    sections: [headed, ...sections.filter(({ titleMade }) => !titleMade)],
    leftOut: leftOut.filter(({ why }) => why !== 'title-link'),
  };
}

/** A chat is called by the heading above it. */
const under = (title: string, piece: Piece): Piece =>
  piece.type === 'chat' ? { ...piece, name: title } : piece;
