import { useState } from 'react';
import { Form, useParams } from 'react-router';
import { counted } from '#app/components/counted.ts';
import { Tick, WordsField } from '#app/components/field.tsx';
import { NotKeptWords } from '#app/components/not-kept-words.tsx';
import { Ruled } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { SEAL_KEY, SealKey } from '#app/components/seal-key.tsx';
import { SealMark } from '#app/components/seal-mark.tsx';
import { SealedRow } from '#app/components/sealed-idea.tsx';
import { useTabWords } from '#app/components/tab-words.ts';
import { SEALING_LABEL, WITHHOLDING_LABEL } from '#domain/meeting/sealed-idea.ts';
import { type Doing, OwnIdeaLine } from './own-idea.tsx';
import type { PageFacts } from './page-facts.ts';
import { useKeptWords } from './use-kept-words.ts';

/** Sealed ideas as a row of closed notes: a count one can see without digits, my own words, and a place for one more. */
export const Sealing = ({ page, problems, given }: PageFacts) => (
  <section id="sealed">
    <Ruled aside={page.sealedCount > 0 ? 'closed for everyone until the session opens them' : undefined}>
      {counted(page.sealedCount, 'sealed idea', 'sealed ideas')}
    </Ruled>
    {page.sealedCount > 0 && (
      <p className="seals">
        <SealedRow count={page.sealedCount} />
      </p>
    )}
    {page.putAway && (
      <p role="status" className="thanks">
        Thank you. It is put away until the action session.
      </p>
    )}
    <p className="quietly small">{mineWords(page.ownIdeas.length, page.sealedCount)}</p>
    <ul className="own-ideas">
      {page.ownIdeas.map((idea) => (
        <OwnIdeaLine
          key={idea.id}
          idea={idea}
          doing={doingWith(idea.id, page, problems, given)}
          refused={problems.changed}
        />
      ))}
    </ul>
    <Refusal sentence={problems.withheld} />
    {page.may.seal ? (
      <SealForm page={page} problems={problems} given={given} />
    ) : (
      <NotSealed page={page} given={given} said="This review is done and takes no more ideas." />
    )}
  </section>
);

function SealForm({ page, problems, given }: PageFacts) {
  const { id } = useParams();
  const kept = useKeptWords({
    name: sealName(page.me, id),
    field: 'words',
    tick: 'withheld',
    isThere: (words) => page.ownIdeas.some((idea) => idea.words === words),
  });
  return (
    <Form method="post" className="one-field" {...kept}>
      <WordsField
        label={
          <>
            Another idea, while it is fresh <SealKey />
          </>
        }
        hint={SEALING_LABEL}
        name="words"
        rows={2}
        maxLength={2_000}
        required
        accessKey={SEAL_KEY}
        defaultValue={given.words}
        refused={problems.words}
      />
      <Tick name="withheld" defaultChecked={given.withheld === 'on'}>
        Withhold my name. <span className="quietly">{WITHHOLDING_LABEL}</span>
      </Tick>
      <button className="btn small" type="submit" name="intent" value="seal">
        <SealMark size={16} />
        Seal it
      </button>
    </Form>
  );
}

const sealName = (me: string, review: string | undefined) => `soak.seal:${me}:${review}`;

/** An idea half typed when the ideas were opened: it is in nobody's way here, and in the session it can still be said. */
export function NotSealed({ page, given, said }: Pick<PageFacts, 'page' | 'given'> & { said: string }) {
  const { id } = useParams();
  const [left, type] = useTabWords(sealName(page.me, id));
  const [isThrown, setThrown] = useState(false);
  const words = left ?? (isThrown ? '' : (given.words ?? ''));
  if (words.trim() === '') return null;
  return (
    <NotKeptWords
      said={`${said} This had not been sealed.`}
      words={words}
      forget={() => {
        type(null);
        setThrown(true);
      }}
    />
  );
}

function mineWords(mine: number, all: number): string {
  if (all === 0)
    return 'An idea for a fix is welcome at any time. Here it waits, closed, until the action session.';
  if (mine === 0) return 'None of them is yours.';
  return `${counted(mine, 'is yours', 'are yours')}. Only you can read ${mine === 1 ? 'it' : 'them'}.`;
}

/** What the address asks for; a change that was refused stays open with its sentence. */
const doingWith = (
  idea: string,
  page: PageFacts['page'],
  problems: PageFacts['problems'],
  given: PageFacts['given'],
): Doing => {
  if (page.changing === idea || (problems.changed && given.idea === idea)) return 'change';
  return page.withdrawing === idea ? 'withdraw' : null;
};
