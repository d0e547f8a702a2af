import type { Target } from '#domain/meeting/target.ts';
import type { WriteUp } from '#domain/write-up.ts';

/** A write-up as the form names its parts: without the text of sections, findings and accounts, which nobody reads there. */
export const partsToShow = (
  { sections, findings, moments, ...rest }: WriteUp,
  stages: readonly { targets: readonly Target[] }[],
): WriteUp => {
  const named = new Set(stages.flatMap(({ targets }) => targets.map(({ id }) => id)));
  return {
    ...rest,
    sections: sections.map((section) => ({
      ...section,
      blocks: section.blocks.filter(({ type, id }) => type === 'picture' || named.has(id)),
    })),
    findings: findings.map((finding) => ({ ...finding, blocks: [], reasonable: [], ended: [] })),
    moments: moments.map((moment) => ({
      ...moment,
      blocks: moment.blocks.slice(0, 1),
      accounts: moment.accounts.map((account) => ({ ...account, blocks: [] })),
    })),
  };
};
