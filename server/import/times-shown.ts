import { type Choices, isTaken } from '#domain/import/choices.ts';
import { placeMoments } from '#domain/import/place-moments.ts';
import type { Proposal } from '#domain/import/proposal.ts';

/**
 * True where something that is taken would get another day than the form shows beside it: one day corrected, or that of
 * the review, moves those that follow it.
 */
export function movesDays(form: FormData, proposal: Proposal, choices: Choices): boolean {
  return proposal.sections.some((section) => {
    const placed = placeMoments(section, choices);
    return section.pieces.some((piece) => {
      if (piece.type === 'kept' || piece.type === 'finding' || !isTaken(piece, choices)) return false;
      const shown = form.get(`day.${piece.id}`);
      if (shown === null || choices.takings[piece.id]?.orderOnly) return false;
      const day =
        piece.type === 'moment' ? placed.get(piece.id)?.day : (choices.takings[piece.id]?.day ?? choices.day);
      return shown !== (day ?? '');
    });
  });
}
