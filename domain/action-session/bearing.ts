import type { Finding, WriteUp } from '#domain/write-up.ts';

/** What stays beside an idea while it is decided on: the finding it answers, and what bears on that. */
export interface Bearing<Capture> {
  finding: Finding | null;
  mitigators: Finding[];
  differentViews: Capture[];
  questions: Capture[];
}

interface CaptureFacts {
  kind: 'question' | 'insight' | 'different-view';
  target: { type: string; id: string; section: string | null } | null;
}

const MOST_OF_A_KIND = 2;

/** What shares moments, evidence or place with the finding comes first; with nothing shared, a little of each kind all the same. */
export const bearingOn = <Capture extends CaptureFacts>(
  writeUp: Pick<WriteUp, 'findings'>,
  captures: readonly Capture[],
  findingId: string | null,
): Bearing<Capture> => {
  const finding = writeUp.findings.find(({ id }) => id === findingId) ?? null;
  const isNear = (capture: Capture) => finding !== null && isAt(capture.target, finding);
  const nearest = (kind: CaptureFacts['kind']) => {
    const all = captures.filter((capture) => capture.kind === kind);
    const near = all.filter(isNear);
    return (near.length > 0 ? near : all).slice(0, MOST_OF_A_KIND);
  };
  return {
    finding,
    mitigators: mitigatorsNear(writeUp.findings, finding),
    differentViews: nearest('different-view'),
    questions: nearest('question'),
  };
};

const mitigatorsNear = (findings: readonly Finding[], finding: Finding | null): Finding[] =>
  findings
    .filter((each) => each.kind === 'mitigator' && each.id !== finding?.id)
    .map((mitigator) => ({ mitigator, shared: finding === null ? 0 : sharedBy(mitigator, finding) }))
    .sort((a, b) => b.shared - a.shared)
    .filter(({ shared }, place) => shared > 0 || place === 0)
    .slice(0, MOST_OF_A_KIND)
    .map(({ mitigator }) => mitigator);

const sharedBy = (a: Finding, b: Finding): number =>
  a.moments.filter((moment) => b.moments.includes(moment)).length +
  a.evidence.filter((message) => b.evidence.includes(message)).length;

const isAt = (target: CaptureFacts['target'], finding: Finding): boolean =>
  target !== null && (target.id === finding.id || finding.moments.includes(target.id));
