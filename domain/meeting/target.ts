/** Something of the write-up that a stage presents, a spotlight names or a capture is anchored to: always by id, never by pixels. */
export const TARGET_TYPES = ['section', 'moment', 'finding', 'block', 'picture', 'chat'] as const;
export type TargetType = (typeof TARGET_TYPES)[number];

export interface Target {
  type: TargetType;
  /** The id it has in the write-up; of a stretch of chat the moment's that rests on it. */
  id: string;
  /** For a block or picture: the section it stands in, where everyone looks once it is gone. Null elsewhere. */
  section: string | null;
}

export const isSameTarget = (a: Target | null, b: Target | null): boolean =>
  a === b || (a !== null && b !== null && a.type === b.type && a.id === b.id);

/** Whether something is part of what a stage presents: one of its targets, or stands in a section that is one. Nothing is always within. */
export const isWithin = (target: Target | null, targets: readonly Target[]): boolean =>
  target === null ||
  targets.some((one) => isSameTarget(one, target) || (one.type === 'section' && target.section === one.id));

/**
 * M16: what a spotlight shows now. If what it names is gone, its section; if that is gone, nothing.
 * @param exists whether the write-up still has this
 */
export const targetShown = (target: Target | null, exists: (target: Target) => boolean): Target | null => {
  if (target === null || exists(target)) return target;
  if (target.section === null) return null;
  const section: Target = { type: 'section', id: target.section, section: null };
  return exists(section) ? section : null;
};

/** A target as one value of a form: `type:id:section`. */
export const targetValue = ({ type, id, section }: Target): string => `${type}:${id}:${section ?? ''}`;

/** The target such a value names; null where it is none. */
export const targetOfValue = (value: string): Target | null => {
  const [type, id, section] = value.split(':');
  const known = TARGET_TYPES.find((one) => one === type);
  return known === undefined || !id ? null : { type: known, id, section: section || null };
};
