import { IconAlertCircle, IconCheck, IconDots } from '@tabler/icons-react';
import { Icon } from '#app/components/icon.tsx';
import type { OwnWriting } from './text-saver.ts';

/** What has been acknowledged, and only that, is called saved. */
export function Kept({ id, writing: { kept, words, sentence } }: { id: string; writing: OwnWriting }) {
  const said =
    kept === 'saved' ? (words ? 'Saved' : '') : kept === 'saving' ? 'Saving' : (sentence ?? 'Not saved yet');
  return (
    <span id={id} className={kept === 'not-saved' ? 'kept-state strong' : 'kept-state'} role="status">
      {said && <Icon of={kept === 'saved' ? IconCheck : kept === 'saving' ? IconDots : IconAlertCircle} />}
      {said}
    </span>
  );
}
