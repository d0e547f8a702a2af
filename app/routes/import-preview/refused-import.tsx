import { Form, Link } from 'react-router';
import { Refusal } from '#app/components/refusal.tsx';
import type { FoundImport } from '#server/import/find-import.ts';

export const RefusedImport = ({ found }: { found: FoundImport }) => (
  <section className="running">
    <h1>This was not read</h1>
    <p>{found.name}</p>
    <Refusal sentence={found.sentence} />
    <Form method="post" className="acts">
      <Link className="btn main" to="/reviews/import">
        Choose something else
      </Link>
      <button type="submit" name="intent" value="cancel" className="btn">
        Forget it
      </button>
    </Form>
  </section>
);
