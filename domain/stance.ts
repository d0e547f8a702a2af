/** How close an analyst stands to what they study: declared, or seen from the teams. */
export interface Stance {
  wasInvolved: boolean;
  onClosestTeam: boolean;
  leadsInvolved: boolean;
}

/** A plain warning where the analyst has a stake, or null. Guides differ, so it warns and never forbids. */
export function stanceWarning(name: string, stance: Stance): string | null {
  const ties = [
    stance.wasInvolved && 'was involved',
    stance.onClosestTeam && 'is on a closest team',
    stance.leadsInvolved && 'leads people who were',
  ].filter((tie) => tie !== false);
  if (ties.length === 0) return null;
  const last = ties.pop();
  const said = ties.length > 0 ? `${ties.join(', ')} and ${last}` : last;
  return `${name} ${said}. People tell more to someone without a stake; a second analyst from further away helps.`;
}

/** The stance in a few words, as it stands beside the analyst's name. */
export function stanceWords(stance: Stance): string {
  const ties = [
    stance.wasInvolved && 'was involved',
    stance.onClosestTeam && 'on a closest team',
    stance.leadsInvolved && 'leads people who were',
  ].filter((tie) => tie !== false);
  return ties.length === 0 ? 'was not involved' : ties.join(', ');
}
