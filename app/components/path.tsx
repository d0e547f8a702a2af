import { IconCheck } from '@tabler/icons-react';
import { Icon } from './icon.tsx';
import { Vessel } from './vessel.tsx';

/** One of the steps every review can go; calibration comes with its part. `note` is a date, or what is missing for one. */
export interface PathStep {
  name: 'Analyse' | 'Calibrate' | 'Meet' | 'Soak' | 'Act';
  state: 'done' | 'now' | 'ahead';
  note: string;
  /** How far the soak has come, 0 to 1; only the soak step has one. */
  level?: number;
}

const ALOUD = { done: 'done', now: 'now', ahead: 'not yet' };

/** Where a review is. It shows the way; nobody is pushed along it. */
export const Path = ({ steps }: { steps: readonly PathStep[] }) => (
  <ol className="path" aria-label="The review’s path">
    {steps.map((step) => (
      <li
        key={step.name}
        className={step.state === 'ahead' ? undefined : step.state}
        aria-current={step.state === 'now' ? 'step' : undefined}
      >
        <span className="dot">{dotOf(step)}</span>
        <span className="nm">
          {step.name}
          <span className="sr">, {ALOUD[step.state]}</span>
        </span>
        <span className="nt">{step.note}</span>
      </li>
    ))}
  </ol>
);

function dotOf(step: PathStep) {
  if (step.state === 'done') return <Icon of={IconCheck} />;
  if (step.level !== undefined) return <Vessel level={step.level} size={15} />;
  return null;
}
