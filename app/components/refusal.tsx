import { IconAlertCircle } from '@tabler/icons-react';
import { Icon } from './icon.tsx';

/** What could not be done, as a sentence beside the thing it is about. Nothing without one. */
export function Refusal({ sentence, id }: { sentence: string | null | undefined; id?: string }) {
  if (!sentence) return null;
  return (
    <p className="refusal" role="alert" id={id}>
      <Icon of={IconAlertCircle} />
      <span>{sentence}</span>
    </p>
  );
}
