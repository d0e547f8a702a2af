import { isForeignKeyViolation, isUniqueViolation } from '#db/engine/errors.ts';
import { type Refused, refuse } from '#domain/refused.ts';

/** Runs a change; where it meets what somebody else did meanwhile, or a name that is taken, gives a sentence instead. */
export async function refusingConflicts<T>(change: () => Promise<T>): Promise<T | Refused> {
  try {
    return await change();
  } catch (error) {
    if (isUniqueViolation(error, 'teams_name_key')) return refuse('There is a team of this name already.');
    if (isUniqueViolation(error, 'systems_name_key'))
      return refuse('There is a system of this name already, perhaps among the retired ones.');
    if (isUniqueViolation(error, 'people_email_key'))
      return refuse('Somebody here already has this address.');
    if (isForeignKeyViolation(error))
      return refuse('A person or team of this list is not here any more. Please look again.');
    throw error;
  }
}
