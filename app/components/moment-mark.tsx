import type { MomentKind } from '#domain/write-up.ts';

export const MOMENT_WORD: Record<MomentKind, string> = {
  observation: 'Observation',
  'working-theory': 'Working theory',
  'decision-or-action': 'Decision or action',
  'call-for-help-or-hand-over': 'Call for help or hand-over',
  'change-in-the-system': 'Change in the system',
};

/** The shape alone, to be set inside a picture's own `<svg>` (16 by 16, from the upper left corner). */
export const MomentShape = ({ kind }: { kind: MomentKind }) => SHAPE[kind];

/** A moment's shape, in ink: hue is left for findings. A word must stand beside it. */
export const MomentMark = ({ kind, size = 16 }: { kind: MomentKind; size?: number }) => (
  <svg
    className="mo"
    width={size}
    height={size}
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    {SHAPE[kind]}
  </svg>
);

/** Shape and word, with what else belongs on the line: "Observation, about 23:15". */
export const MomentKindLabel = ({ kind, children }: { kind: MomentKind; children?: React.ReactNode }) => (
  <span className="momentkind">
    <MomentMark kind={kind} />
    <span>
      {MOMENT_WORD[kind]}
      {children !== undefined && <>, {children}</>}
    </span>
  </span>
);

const SHAPE: Record<MomentKind, React.ReactNode> = {
  observation: <circle cx="8" cy="8" r="4.6" fill="var(--paper)" />,
  'working-theory': <rect x="1.6" y="4.8" width="12.8" height="6.4" rx="3.2" />,
  'decision-or-action': <path d="M8 2.4 13.6 8 8 13.6 2.4 8Z" fill="currentColor" />,
  'call-for-help-or-hand-over': <path d="M2.4 3.2v9.6M5.4 8h8M10 4.4 13.6 8 10 11.6" />,
  'change-in-the-system': <rect x="3.4" y="3.4" width="9.2" height="9.2" fill="currentColor" />,
};
