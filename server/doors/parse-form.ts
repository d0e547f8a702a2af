import type { z } from 'zod';

/** What was typed and what is wrong with it, field by field, so that nothing has to be typed again. */
export interface FormProblems {
  problems: Record<string, string>;
  given: Record<string, string>;
  /** What fields that may appear several times gave, by their name without "[]". */
  lists: Record<string, string[]>;
}

const FIELDS_MAX = 2_000;

/**
 * Checks a posted form against a strict object. Fields that appear several times, or whose name ends in "[]", become arrays.
 * Files are left out: read them from the form itself.
 */
export function parseForm<T extends z.ZodType>(
  schema: T,
  form: FormData,
): { values: z.output<T> } | FormProblems {
  const given: Record<string, string> = Object.create(null);
  const lists: Record<string, string[]> = Object.create(null);
  const single: Record<string, string> = Object.create(null);
  let count = 0;
  for (const [name, value] of form) {
    if (++count > FIELDS_MAX)
      return { problems: { form: 'That is more fields than this form has.' }, given: {}, lists: {} };
    if (typeof value !== 'string') continue;
    given[name] = value;
    const key = name.replace(/\[\]$/, '');
    if (name.endsWith('[]')) lists[key] = [...(lists[key] ?? []), value];
    else single[key] = value;
  }
  const parsed = schema.safeParse({ ...single, ...lists });
  if (parsed.success) return { values: parsed.data };
  const problems: Record<string, string> = {};
  for (const issue of parsed.error.issues) problems[String(issue.path[0] ?? 'form')] ??= issue.message;
  return { problems, given: { ...given }, lists: { ...lists } };
}
