import { useWritingFacts } from './surroundings.tsx';

/** The systems a finding is about, by name, in the order in which they were named. */
export function SystemsNamed({ ids }: { ids: readonly string[] }) {
  const { systems = {} } = useWritingFacts();
  const named = ids.flatMap((id) => systems[id]?.name ?? []);
  if (named.length === 0) return null;
  return (
    <p className="systems-named">
      <span className="entry-label">{named.length === 1 ? 'System' : 'Systems'}</span> {named.join(' · ')}
    </p>
  );
}
