import { useId } from 'react';

/** A ring filled to a level between 0 and 1: the wordmark, time gone in a stage, the soak step of the path. Never a score. */
export function Vessel({ level, size = 16 }: { level: number; size?: number }) {
  const clip = useId();
  const top = 16 * (1 - Math.min(1, Math.max(0, level)));
  return (
    <svg className="vessel" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <clipPath id={clip}>
        <circle cx="8" cy="8" r="7" />
      </clipPath>
      <rect x="0" y={top} width="16" height={16 - top} fill="currentColor" clipPath={`url(#${clip})`} />
      <circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </svg>
  );
}
