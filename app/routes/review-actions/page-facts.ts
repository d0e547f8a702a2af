import type { PersonId } from '#domain/ids.ts';
import type { ActionsPage } from '#server/actions/read-actions-page.ts';

/** What the loader hands to the parts of this page, with what was last typed and refused. */
export interface PageFacts {
  page: ActionsPage & {
    me: PersonId;
    answering: string | null;
    changing: string | null;
    withdrawing: string | null;
    putAway: boolean;
  };
  problems: Record<string, string>;
  given: Record<string, string>;
}
