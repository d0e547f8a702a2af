import { useWritingFacts } from '#app/components/writing/surroundings.tsx';
import { useSession } from '#app/components/writing/use-session.tsx';
import { nameSystem, unnameSystem } from '#collab/document/links.ts';
import type { FindingFacts } from '#collab/document/read-structure.ts';

/** The systems a finding is about, each to be taken off again. */
export function NamedSystems({ finding }: { finding: FindingFacts }) {
  const { open } = useSession();
  const { systems = {} } = useWritingFacts();
  const named = finding.systems.filter((id) => systems[id] !== undefined);
  if (named.length === 0) return null;
  return (
    <div className="linked">
      <p className="entry-label">{named.length === 1 ? 'System' : 'Systems'}</p>
      <ul>
        {named.map((id) => (
          <li key={id} className="linked-entry">
            <span>
              {systems[id]?.name}
              {systems[id]?.isRetired && <span className="quietly"> retired</span>}
            </span>
            <button
              type="button"
              className="btn quiet small"
              onClick={() => unnameSystem(open.doc, finding.id, id)}
            >
              Take off <span className="sr">{systems[id]?.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Names one more system; nothing where the workspace has none, or none that is not named here. */
export function NameSystem({ finding }: { finding: FindingFacts }) {
  const { open } = useSession();
  const { systems = {} } = useWritingFacts();
  const others = Object.entries(systems).filter(
    ([id, { isRetired }]) => !isRetired && !finding.systems.includes(id),
  );
  if (others.length === 0) return null;
  return (
    <label className="pick">
      <span className="sr">Name a system this finding is about</span>
      <select value="" onChange={(event) => nameSystem(open.doc, finding.id, event.target.value)}>
        <option value="">Names a system…</option>
        {others.map(([id, { name }]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
