import type { z } from 'zod';

/** What was typed and what is wrong with it, field by field, so that nothing has to be typed again. */
export interface FormProblems {
  problems: Record<string, string>;
  given: Record<string, string>;
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
  const raw: Record<string, string | string[]> = Object.create(null);
  let count = 0;
  for (const [name, value] of form) {
    if (++count > FIELDS_MAX)
      return { problems: { form: 'That is more fields than this form has.' }, given: {} };
    if (typeof value !== 'string') continue;
    given[name] = value;
    const key = name.replace(/\[\]$/, '');
    if (name.endsWith('[]')) raw[key] = [...((raw[key] as string[] | undefined) ?? []), value];
    else raw[key] = value;
  }
  const parsed = schema.safeParse({ ...raw });
  if (parsed.success) return { values: parsed.data };
  const problems: Record<string, string> = {};
  for (const issue of parsed.error.issues) problems[String(issue.path[0] ?? 'form')] ??= issue.message;
  return { problems, given: { ...given } };
}
