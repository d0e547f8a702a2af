import type { ChangedFact } from '#domain/history/changes.ts';
import type { MomentTime } from '#domain/write-up.ts';
import { FINDING_WORD } from '../finding-mark.tsx';
import { MOMENT_WORD } from '../moment-mark.tsx';
import { type Names, namesOf } from './changed-run.tsx';
import { momentTimeWords } from './moment-words.ts';
import { useWritingFacts } from './surroundings.tsx';

/** Facts that nobody types, as they are and as they were. */
export function ChangedFacts({ facts, names }: { facts: readonly ChangedFact[]; names: Names }) {
  const { zone } = useWritingFacts();
  if (facts.length === 0) return null;
  return (
    <ul className="changed-facts">
      {facts.map((fact) => (
        <li key={fact.fact}>
          {sentence(fact, zone)}
          <small className="who">{` ${namesOf(fact.by, names)}`}</small>
        </li>
      ))}
    </ul>
  );
}

const KIND_WORD: Readonly<Record<string, string>> = { ...FINDING_WORD, ...MOMENT_WORD };

function sentence({ fact, before, after }: ChangedFact, zone: string): string {
  switch (fact) {
    case 'kind':
      return `Kind: ${KIND_WORD[String(after)] ?? 'not said'}, was ${KIND_WORD[String(before)] ?? 'not said'}.`;
    case 'time':
      return `Time: ${timeWords(after, zone)}, was ${timeWords(before, zone)}.`;
    case 'lane':
      return `Lane: ${after || 'none'}, was ${before || 'none'}.`;
    case 'teller':
      return `Told by ${after || 'nobody named'}, was ${before || 'nobody named'}.`;
    case 'place':
      return 'Stands at another place.';
    case 'evidence':
      return linked('message', Number(after), Number(before));
    case 'moments':
      return linked('moment', Number(after), Number(before));
    case 'systems':
      return linked('system', Number(after), Number(before));
  }
}

const linked = (what: string, added: number, gone: number): string =>
  [added > 0 && `${counted(added, what)} linked`, gone > 0 && `${counted(gone, what)} no longer linked`]
    .filter(Boolean)
    .join(', ')
    .concat('.');

const counted = (count: number, what: string) => (count === 1 ? `One ${what}` : `${count} ${what}s`);

function timeWords(time: unknown, zone: string): string {
  const known = time as MomentTime | null;
  if (known === null || typeof known !== 'object' || !('certainty' in known)) return 'not known';
  if (known.certainty !== 'order-only' && Number.isNaN(Date.parse(known.start))) return 'not known';
  return momentTimeWords(known, zone, true);
}
