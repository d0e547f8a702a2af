import { Link } from 'react-router';
import { useReviewPage } from './review-page.tsx';

/**
 * One calm line for those who look after a review, after an import above all: what would come next. Nothing for its readers,
 * and nothing once a meeting is planned; nobody is pushed.
 */
export function NextStep() {
  const { id, may, next, privacy } = useReviewPage();
  const at = `/reviews/${id}`;
  if (may.manage && next === 'publish')
    return (
      <p className="next-step">
        A draft, so only those named can read it. Next:{' '}
        <Step to={`${at}/write`}>put right what needs it</Step>,{' '}
        <Step to={`${at}/people`}>name who else works on it</Step>, then{' '}
        <Step to={`${at}/about`}>publish it</Step>.
      </p>
    );
  if (may.plan && next === 'plan a meeting')
    return (
      <p className="next-step">
        {privacy === 'open' ? 'Everybody here' : 'Everybody named'} can read it now. Next, when there is
        something to talk about: <Step to={`${at}/meeting/plan`}>plan the review meeting</Step>.
      </p>
    );
  return null;
}

const Step = ({ to, children }: { to: string; children: string }) => (
  <Link className="link" to={to}>
    {children}
  </Link>
);
