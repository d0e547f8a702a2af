import { IconAlertCircle, IconCheck, IconCloudOff, IconDots, IconEye } from '@tabler/icons-react';
import { SAVED_WORDS, type SavedState as State } from '#collab/client/saved-state.ts';
import { Icon } from './icon.tsx';

const LOOKS = {
  opening: { shape: IconDots, weight: '' },
  saved: { shape: IconCheck, weight: '' },
  saving: { shape: IconDots, weight: '' },
  offline: { shape: IconCloudOff, weight: ' kept' },
  'not-saved': { shape: IconAlertCircle, weight: ' strong' },
  'read-only': { shape: IconEye, weight: '' },
};

/** Icon and words in the review's bar. Only "Not saved" gains weight, none gains colour; `collab/client` keeps it from flickering. */
export const SavedState = ({ state }: { state: State }) => (
  <span className={`saved${LOOKS[state].weight}`} role="status" data-state={state}>
    <Icon of={LOOKS[state].shape} />
    <span>
      {firstOf(SAVED_WORDS[state])}
      <span className="saved-more">{restOf(SAVED_WORDS[state])}</span>
    </span>
  </span>
);

/** Up to the comma: all that a phone's room bar has place for. The rest is read out all the same. */
const firstOf = (words: string) => words.replace(/,.*/, '');
const restOf = (words: string) => words.slice(firstOf(words).length);
