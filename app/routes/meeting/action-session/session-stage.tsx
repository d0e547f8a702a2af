import type { ActionStep } from '#domain/action-session/agenda.ts';
import './action-session.css';
import './together.css';
import { Deciding } from './deciding.tsx';
import { Grouping } from './grouping.tsx';
import { Learned } from './learned.tsx';
import { OpenIdeas } from './open-ideas.tsx';
import { Outcome } from './outcome.tsx';

/** The centre of an action session: each step of its agenda has its own page. */
export function SessionStage({ step }: { step: ActionStep }) {
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
