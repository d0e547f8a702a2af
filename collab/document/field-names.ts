import type * as Y from 'yjs';

/** Root maps of facts nobody types: id → Y.Map of facts. */
export const FACT_FAMILIES = ['sections', 'findings', 'moments', 'accounts'] as const;
export type FactFamily = (typeof FACT_FAMILIES)[number];

/** Names of the root-level fragments that hold the words. */
export const WORDS = {
  title: 'title',
  standfirst: 'standfirst',
  sectionTitle: (id: string) => `section-title:${id}`,
  section: (id: string) => `section:${id}`,
  findingTitle: (id: string) => `finding-title:${id}`,
  finding: (id: string) => `finding:${id}`,
  findingReasonable: (id: string) => `finding-reasonable:${id}`,
  findingEnded: (id: string) => `finding-ended:${id}`,
  moment: (id: string) => `moment:${id}`,
  account: (id: string) => `account:${id}`,
} as const;

/** Keys inside one entry's facts. */
export const FACT = {
  order: 'order',
  removed: 'removed',
  kind: 'kind',
  time: 'time',
  lane: 'lane',
  herring: 'herring',
  moment: 'moment',
  teller: 'teller',
} as const;

/** A link is a key of its own, so that two people linking at once both stay: `evidence/<message id>` → order key. */
export const LINKS = { evidence: 'evidence/', moments: 'moments/', systems: 'systems/' } as const;
export type LinkKind = keyof typeof LINKS;

export type Facts = Y.Map<unknown>;

export const factsOf = (doc: Y.Doc, family: FactFamily): Y.Map<Facts> => doc.getMap<Facts>(family);

/** The origin of every change of facts by this person; their undo manager follows it as it follows typing. */
export const FACTS_ORIGIN = Symbol('facts');
