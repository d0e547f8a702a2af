import type { PersonId } from '#domain/ids.ts';

/** M17: how the lead moved, as the record tells it. */
export interface LeadChange {
  at: string | null;
  step: 'took over' | 'handed over' | 'handed back';
  by: string;
  to: string;
}

interface LeadEvent {
  at: Date | null;
  actor: PersonId | null;
  command: string;
  about: unknown;
}

/** People named in these events, for whoever looks their names up. */
export const peopleIn = (events: readonly LeadEvent[]): PersonId[] =>
  events
    .flatMap(({ actor, about }) => [actor, idIn(about, 'leads'), idIn(about, 'before')])
    .flatMap((id) => id ?? []);

/** Oldest first. Choosing who else facilitates leaves the lead where it is, and is none of them. */
export function leadChanges(
  events: readonly LeadEvent[],
  names: ReadonlyMap<PersonId, string>,
): LeadChange[] {
  const name = (id: PersonId | null) => (id === null ? '' : (names.get(id) ?? 'a former member'));
  let lead: PersonId | null = null;
  return events.flatMap(({ at, actor, command, about }): LeadChange[] => {
    const leads = idIn(about, 'leads');
    const before = lead ?? idIn(about, 'before') ?? actor;
    lead = leads;
    if (leads === null || (command === 'roles' && leads === before)) return [];
    const when = at?.toISOString() ?? null;
    if (command === 'take-over') return [{ at: when, step: 'took over', by: name(leads), to: name(before) }];
    const step = command === 'hand-back' ? 'handed back' : 'handed over';
    return [{ at: when, step, by: name(actor), to: name(leads) }];
  });
}

const idIn = (about: unknown, field: string): PersonId | null => {
  const value =
    typeof about === 'object' && about !== null ? (about as Record<string, unknown>)[field] : null;
  return typeof value === 'string' ? (value as PersonId) : null;
};
