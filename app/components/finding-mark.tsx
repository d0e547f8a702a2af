import type { FindingKind } from '#domain/write-up.ts';

/** The word of each kind, as it stands on every screen. */
export const FINDING_WORD: Record<FindingKind, string> = {
  contributor: 'Contributor',
  mitigator: 'Mitigator',
  risk: 'Risk',
  difficulty: 'Difficulty in handling',
  'red-herring': 'Red herring',
  surprise: 'Surprise',
  'open-question': 'Open question',
};

/** The drawn mark alone; a word must stand beside it. */
export const FindingMark = ({ kind, size = 16 }: { kind: FindingKind; size?: number }) => (
  <svg
    className={`mark k-${kind}`}
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

/** Mark and word in the kind's hue: the head of a finding. */
export const FindingKindLabel = ({ kind }: { kind: FindingKind }) => (
  <span className={`kind k-${kind}`}>
    <FindingMark kind={kind} />
    {FINDING_WORD[kind]}
  </span>
);

const dot = (cx: number, cy: number, r: number) => (
  <circle cx={cx} cy={cy} r={r} fill="currentColor" stroke="none" />
);

const SHAPE: Record<FindingKind, React.ReactNode> = {
  contributor: <path d="M1.8 3.4C7 3.4 6.4 8 14.2 8M1.8 12.6C7 12.6 6.4 8 14.2 8" />,
  mitigator: (
    <>
      {dot(8, 5, 2.1)}
      <path d="M2.2 7.4a5.8 5.8 0 0 0 11.6 0" />
    </>
  ),
  risk: (
    <>
      <circle cx="8" cy="8" r="5.7" strokeDasharray="2.5 1.98" />
      {dot(8, 8, 1.5)}
    </>
  ),
  difficulty: <path d="M1.6 11.4 4.8 4.6 8 11.4l3.2-6.8 3.2 6.8" />,
  'red-herring': (
    <>
      <path d="M1.4 8C3.8 4.4 8.6 4.2 11.2 8 8.6 11.8 3.8 11.6 1.4 8Z" />
      <path d="M11.2 8 14.6 4.6M11.2 8l3.4 3.4" />
      {dot(4.6, 7.5, 0.9)}
    </>
  ),
  surprise: <path d="M8 2v12M2.8 5l10.4 6M13.2 5 2.8 11" />,
  'open-question': (
    <>
      <path d="M5.3 5.6A2.75 2.75 0 1 1 9.3 8C8.3 8.6 8 9.1 8 10.2" />
      {dot(8, 13, 1)}
    </>
  ),
};
