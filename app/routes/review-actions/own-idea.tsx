import { Form, Link } from 'react-router';
import { WordsField } from '#app/components/field.tsx';
import { SealMark } from '#app/components/seal-mark.tsx';
import type { OwnIdea } from '#domain/meeting/sealed-idea.ts';

/** What is being done with an idea, each with an address of its own, so that it works without JavaScript. */
export type Doing = 'change' | 'withdraw' | null;

/** One of my own closed ideas: its words, and what I may still do with it. */
export const OwnIdeaLine = ({
  idea,
  doing,
  refused,
}: {
  idea: OwnIdea;
  doing: Doing;
  refused?: string | undefined;
}) => (
  <li className="own-idea">
    <SealMark />
    {doing === 'change' ? (
      <Changing idea={idea} refused={refused} />
    ) : (
      <div>
        <p className="said">{idea.words}</p>
        {doing === 'withdraw' ? <Withdrawing idea={idea} /> : <Choices idea={idea} />}
      </div>
    )}
  </li>
);

const Choices = ({ idea }: { idea: OwnIdea }) => (
  <div className="own">
    <Link className="link" to={`?change=${idea.id}#sealed`} preventScrollReset>
      Change
    </Link>
    {!idea.seenInNotes && (
      <Form method="post" className="inline-form">
        <input type="hidden" name="idea" value={idea.id} />
        <input type="hidden" name="withheld" value={idea.withheld ? 'no' : 'yes'} />
        <button className="link" type="submit" name="intent" value="withhold">
          {idea.withheld ? 'Sign it' : 'Withhold my name'}
        </button>
      </Form>
    )}
    <Link className="link" to={`?withdraw=${idea.id}#sealed`} preventScrollReset>
      Withdraw
    </Link>
    {idea.withheld && <span className="quietly">Your name is withheld.</span>}
  </div>
);

const Withdrawing = ({ idea }: { idea: OwnIdea }) => (
  <Form method="post" className="own">
    <span>Withdraw it? Its words are gone for good.</span>
    <input type="hidden" name="idea" value={idea.id} />
    <button className="btn small" type="submit" name="intent" value="withdraw">
      Withdraw it
    </button>
    <KeepIt />
  </Form>
);

const Changing = ({ idea, refused }: { idea: OwnIdea; refused?: string | undefined }) => (
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
      <KeepIt />
    </div>
  </Form>
);

const KeepIt = () => (
  <Link className="link" to="?#sealed" preventScrollReset>
    Keep it as it is
  </Link>
);
