import { useState } from 'react';
import { EditInPlace } from './edit-in-place.tsx';
import type { Sent } from './room-context.ts';

/** Change and Withdraw under one's own words; changing happens where they stand. Without `change` they can only be withdrawn. */
export function OwnWords({
  withdraw,
  change,
  ...field
}: {
  label: string;
  words: string;
  longest: number;
  oneLine?: boolean;
  change: ((words: string) => Promise<Sent>) | null;
  withdraw: () => void;
}) {
  const [changing, setChanging] = useState(false);
  if (changing && change) return <EditInPlace {...field} keep={change} done={() => setChanging(false)} />;
  return (
    <div className="own">
      {change && (
        <button type="button" className="link" onClick={() => setChanging(true)}>
          Change
        </button>
      )}
      <button type="button" className="link" onClick={withdraw}>
        Withdraw
      </button>
    </div>
  );
}
