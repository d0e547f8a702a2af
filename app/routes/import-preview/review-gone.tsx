import { Form } from 'react-router';
import type { FoundImport } from '#server/import/find-import.ts';

/** Said the same whether the review is in the bin or not theirs to read any more (P2). */
export const ReviewGone = ({ found }: { found: FoundImport }) => (
  <section className="running">
    <h1>Its review cannot be opened any more</h1>
    <p>{found.name}</p>
    <p>
      The review this was to go into is in the bin, or no longer shared with you. Cancel this import, or leave
      it: should the review come back in time, you go on from here.
    </p>
    <Form method="post" className="acts">
      <button type="submit" name="intent" value="cancel" className="btn">
        Cancel this import
      </button>
    </Form>
  </section>
);
