import type { ActionStep } from '#domain/action-session/agenda.ts';
import { AddIdea } from './add-idea.tsx';
import { Deciding } from './deciding.tsx';
import { Grouping } from './grouping.tsx';
import { Learned } from './learned.tsx';
import { OpenIdeas } from './open-ideas.tsx';
import { Outcome } from './outcome.tsx';
import { useSession } from './use-board.ts';

/** The centre of an action session: each step of its agenda has its own page. An idea half typed stays while the group goes on. */
export function SessionStage({ step }: { step: ActionStep }) {
  const { unsealed } = useSession();
  return (
    <>
      <Step step={step} />
      {unsealed && <AddIdea onlyBegun={step !== 'open-ideas' && step !== 'decide'} />}
    </>
  );
}

function Step({ step }: { step: ActionStep }) {
  switch (step) {
    case 'learned':
      return <Learned />;
    case 'open-ideas':
      return <OpenIdeas />;
    case 'group':
      return <Grouping />;
    case 'decide':
      return <Deciding />;
    case 'outcome':
      return <Outcome />;
  }
}
