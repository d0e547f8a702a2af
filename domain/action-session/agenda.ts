/** The five steps of an action session, and how its minutes are shared among them: of 45, 8 · 4 · 5 · 22 · 6. */
export const ACTION_STEPS = ['learned', 'open-ideas', 'group', 'decide', 'outcome'] as const;
export type ActionStep = (typeof ACTION_STEPS)[number];

export const isActionStep = (kind: string): kind is ActionStep =>
  (ACTION_STEPS as readonly string[]).includes(kind);

export const STEP_TITLES: Record<ActionStep, string> = {
  learned: 'What we learned',
  'open-ideas': 'Open the ideas',
  group: 'Put alike together',
  decide: 'Decide on each',
  outcome: 'How we end',
};

const SHARES: Record<ActionStep, number> = { learned: 8, 'open-ideas': 4, group: 5, decide: 22, outcome: 6 };
const WHOLE = 45;

/** Steps with whole minutes that add up to the session's length; what rounding leaves goes to deciding. */
export const actionAgenda = (minutes: number): { step: ActionStep; title: string; minutes: number }[] => {
  const shared = ACTION_STEPS.map((step) => ({
    step,
    title: STEP_TITLES[step],
    minutes: Math.max(1, Math.floor((SHARES[step] * minutes) / WHOLE)),
  }));
  const left = minutes - shared.reduce((sum, { minutes }) => sum + minutes, 0);
  return shared.map((entry) =>
    entry.step === 'decide' ? { ...entry, minutes: Math.max(1, entry.minutes + left) } : entry,
  );
};
