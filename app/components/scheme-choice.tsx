import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import { useEffect, useState } from 'react';
import { SegChoice } from './seg.tsx';

const SCHEMES = [
  { value: 'auto', words: 'As my system' },
  { value: 'light', words: 'Light' },
  { value: 'dark', words: 'Dark' },
] as const satisfies readonly { value: MantineColorScheme; words: string }[];

/** Light, dark, or as the system says: kept in this browser. It needs script, so it shows once script runs. */
export function SchemeChoice() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [running, setRunning] = useState(false);
  useEffect(() => setRunning(true), []);
  if (!running) return null;
  return (
    <div className="scheme-choice">
      <span className="small quietly" aria-hidden="true">
        Light and dark
      </span>
      <SegChoice
        label="Light and dark"
        name="scheme"
        options={SCHEMES}
        chosen={colorScheme}
        onChoose={setColorScheme}
      />
    </div>
  );
}
