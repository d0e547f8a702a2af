import { IconArrowsSplit2, IconBulb, IconQuestionMark } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

export type CaptureKind = 'question' | 'insight' | 'different-view';

export const CAPTURE_WORD: Record<CaptureKind, string> = {
  question: 'Question',
  insight: 'Insight',
  'different-view': 'Different view',
};
export const CAPTURE_ICON = {
  question: IconQuestionMark,
  insight: IconBulb,
  'different-view': IconArrowsSplit2,
};

/** Something worth keeping said in the meeting. `about`: who and when; `place`: where the group was; `children`: what its author may do with it. */
export const CaptureLine = ({
  kind,
  words,
  about,
  place = '',
  children,
}: {
  kind: CaptureKind;
  words: string;
  about?: ReactNode;
  place?: string;
  children?: ReactNode;
}) => (
  <li className="capture">
    <Icon of={CAPTURE_ICON[kind]} />
    <div>
      <b>{CAPTURE_WORD[kind]}.</b> <span>{words}</span>
      {place !== '' && <small>{place}</small>}
      {about !== undefined && <small>{about}</small>}
      {children}
    </div>
  </li>
);
