import type { StageId } from '#domain/ids.ts';

export const LONGEST_IDEA = 2_000;

/** One of the asking person's own ideas while it is closed (C6): nobody else's words ever reach a room's state. */
export interface OwnIdea {
  id: string;
  words: string;
  /** The name is withheld: at unsealing the author is erased from the row (C7). */
  withheld: boolean;
  /** Its words stood in the live notes before: others have seen them, so no withheld name is offered. */
  seenInNotes: boolean;
  stage: StageId | null;
}

/** C6, C7: what holds, said where one seals. */
export const SEALING_LABEL =
  'Only you can read this until the action session opens it; everyone sees how many there are. Whoever runs the server could read it in the database.';
export const WITHHOLDING_LABEL =
  'At opening your name is erased from the idea. Backups made before then keep it, and so does the database’s own journal until it is written over.';
export const SEEN_IN_NOTES_LABEL = 'Others have seen these words, and history keeps them.';
