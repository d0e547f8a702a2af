import type { ChosenFile } from '../import/chosen-file.ts';

const FILES_MAX = 20_000;

/** Files of a posted form, with the paths their folder gave them; empty fields are no files. */
export async function chosenFiles(form: FormData, ...fields: string[]): Promise<ChosenFile[]> {
  const files = fields
    .flatMap((field) => form.getAll(field))
    .filter((value): value is File => value instanceof File && (value.name !== '' || value.size > 0))
    .slice(0, FILES_MAX);
  return Promise.all(
    files.map(async (file) => ({
      path: file.name.replaceAll('\\', '/').slice(0, 500),
      bytes: await file.bytes(),
    })),
  );
}
