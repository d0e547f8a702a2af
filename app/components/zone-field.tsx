import { useEffect, useState } from 'react';
import { TextField } from './field.tsx';

/** An IANA zone, typed, or chosen from the list the browser knows. Works without JavaScript. */
export function ZoneField({
  label,
  name,
  zone,
  refused,
}: {
  label: string;
  name: string;
  zone: string;
  refused?: string | null | undefined;
}) {
  const list = `${name}-zones`;
  const zones = useZones();
  return (
    <>
      <TextField
        label={label}
        name={name}
        list={list}
        defaultValue={zone}
        autoComplete="off"
        spellCheck={false}
        required
        hint="A time zone such as Europe/Berlin."
        refused={refused}
      />
      <datalist id={list}>
        {zones.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </>
  );
}

/** UTC and every named region, once in the browser: server and browser may know different ones. */
function useZones(): readonly string[] {
  const [zones, setZones] = useState<readonly string[]>([]);
  useEffect(() => {
    setZones(['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'))]);
  }, []);
  return zones;
}
