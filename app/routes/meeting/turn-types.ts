import { IconAdjustmentsHorizontal, IconCircleDot, IconPlus, IconQuestionMark } from '@tabler/icons-react';
import type { TurnType } from '#domain/meeting/queue-entry.ts';

export const TURN_ICON: Record<TurnType, typeof IconPlus> = {
  process: IconAdjustmentsHorizontal,
  question: IconQuestionMark,
  'add-to-this': IconPlus,
  'new-point': IconCircleDot,
};
