import { IconCloudOff } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Icon } from '#app/components/icon.tsx';
import { useRoom } from './room-context.ts';

const QUIET_MS = 3000;

/** A dropped connection, in words. The meeting goes on at the server; nothing pressed here is kept to be sent later. */
export function ConnectionBar({ retry }: { retry: () => void }) {
  const { link } = useRoom();
  const away = link.phase === 'stopped' || (link.everSynced && link.phase !== 'connected');
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!away) return setShown(false);
    const timer = setTimeout(() => setShown(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, [away]);
  if (!shown) return null;
  return (
    <div className="connection" role="status">
      <Icon of={IconCloudOff} />
      <span>
        {link.reason?.sentence ??
          'The connection is gone; trying again. The meeting goes on without this tab.'}
      </span>
      <button type="button" className="link" onClick={retry}>
        Try now
      </button>
    </div>
  );
}
