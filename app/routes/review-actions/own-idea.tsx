import { Form, Link } from 'react-router';
import { WordsField } from '#app/components/field.tsx';
import { SealMark } from '#app/components/seal-mark.tsx';
import type { OwnIdea } from '#domain/meeting/sealed-idea.ts';

/** One of my own closed ideas: its words, and what I may still do with it. Works without JavaScript: changing has an address. */
export const OwnIdeaLine = ({
  idea,
  changing,
  refused,
}: {
  idea: OwnIdea;
  changing: boolean;
  refused?: string | undefined;
}) => (changing ? <Changing idea={idea} refused={refused} /> : <Closed idea={idea} />);

const Closed = ({ idea }: { idea: OwnIdea }) => (
  <li className="own-idea">
    <SealMark />
    <div>
      <p className="said">{idea.words}</p>
      <div className="own">
        <Link className="link" to={`?change=${idea.id}#sealed`} preventScrollReset>
          Change
        </Link>
        {!idea.seenInNotes && <Withhold idea={idea} />}
        <Form method="post" className="inline-form" onSubmit={confirmed}>
          <input type="hidden" name="idea" value={idea.id} />
          <button className="link" type="submit" name="intent" value="withdraw">
            Withdraw
          </button>
        </Form>
        {idea.withheld && <span className="quietly">Your name is withheld.</span>}
      </div>
    </div>
  </li>
);

const Withhold = ({ idea }: { idea: OwnIdea }) => (
  <Form method="post" className="inline-form">
    <input type="hidden" name="idea" value={idea.id} />
    <input type="hidden" name="withheld" value={idea.withheld ? 'no' : 'yes'} />
    <button className="link" type="submit" name="intent" value="withhold">
      {idea.withheld ? 'Sign it' : 'Withhold my name'}
    </button>
  </Form>
);

const Changing = ({ idea, refused }: { idea: OwnIdea; refused?: string | undefined }) => (
  <li className="own-idea">
    <SealMark />
    <Form method="post" className="one-field">
      <input type="hidden" name="idea" value={idea.id} />
      <WordsField
        label="Say it better"
        name="changed"
        rows={2}
        maxLength={2_000}
        required
        defaultValue={idea.words}
        refused={refused}
      />
      <div className="own">
        <button className="btn small" type="submit" name="intent" value="change">
          Seal it again
        </button>
        <Link className="link" to="?#sealed" preventScrollReset>
          Leave it
        </Link>
      </div>
    </Form>
  </li>
);

const confirmed = (event: React.FormEvent) => {
  if (!window.confirm('Withdraw this idea? Its words are gone for good.')) event.preventDefault();
};
