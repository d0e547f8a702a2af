import { IconAlertCircle, IconCheck, IconCloudOff, IconDots, IconEye } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Icon } from './icon.tsx';

/** The five true things that can be said about words being typed. */
export type SavedStateName = 'saved' | 'saving' | 'offline' | 'unsaved' | 'read-only';

const WORDS = {
  saved: 'Saved',
  saving: 'Saving',
  offline: 'Offline, kept here',
  unsaved: 'Not saved: keep this tab open',
  'read-only': 'Read only',
} satisfies Record<SavedStateName, string>;
const SHAPES = {
  saved: IconCheck,
  saving: IconDots,
  offline: IconCloudOff,
  unsaved: IconAlertCircle,
  'read-only': IconEye,
};
const WEIGHT = { saved: '', saving: '', offline: ' kept', unsaved: ' strong', 'read-only': '' };
const STEADY_MS = 400;

/** Icon and words in the review's bar. A state shows once it has held for 400 ms, so that it never flickers; trouble shows at once. */
export function SavedState({ state }: { state: SavedStateName }) {
  const shown = useSteady(state);
  return (
    <span className={`saved${WEIGHT[shown]}`} role="status" data-state={shown}>
      <Icon of={SHAPES[shown]} />
      {WORDS[shown]}
    </span>
  );
}

function useSteady(state: SavedStateName): SavedStateName {
  const [shown, setShown] = useState(state);
  useEffect(() => {
    if (state === 'unsaved' || state === 'offline') return setShown(state);
    const timer = setTimeout(() => setShown(state), STEADY_MS);
    return () => clearTimeout(timer);
  }, [state]);
  return shown;
}
