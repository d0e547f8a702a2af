import { expect, it } from 'vitest';
import { withDatabase } from '#db/testing.ts';
import { isRefused } from '#domain/refused.ts';
import { chosenFiles } from '../doors/chosen-files.ts';
import { readForm } from '../doors/read-form.ts';
import { beginImport } from './begin-import.ts';
import { findImport } from './find-import.ts';
import { aField } from './testing.ts';

const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (c) => c.charCodeAt(0),
);

/** As a browser posts the page's two fields when a folder was chosen: each file by its path, and no file in the other. */
async function posted(folder: Record<string, string | Uint8Array<ArrayBuffer>>) {
  const form = new FormData();
  form.append('files', new File([], ''));
  for (const [path, content] of Object.entries(folder)) form.append('folder', new File([content], path));
  const request = new Request('http://soak.test/reviews/import', { method: 'POST', body: form });
  return chosenFiles(await readForm(request), 'files', 'folder');
}

withDatabase((engine) => {
  it('a whole folder comes in with its pictures by their places; one that no text uses is listed', async () => {
    const { app, person } = aField(engine.db);
    const ada = await person('Ada');
    const text = '# Outage\n\n## Story\n\n![graph](./images/graph.png)\n\n![gone](./images/gone.png)';
    const begun = await beginImport(app, ada, {
      review: null,
      files: await posted({
        'pm/post-mortem.md': text,
        'pm/images/graph.png': PNG,
        'pm/images/unused.png': PNG,
        'pm/notes.xyz': 'x',
      }),
      pasted: '',
      pastedAs: 'post-mortem',
    });
    if (isRefused(begun)) throw new Error(begun.refused);
    const { preview, name } = await findImport(app, ada, begun.id);
    expect([name, preview?.sections.map(({ title }) => title)]).toEqual(['post-mortem.md', ['Story']]);
    expect(preview?.pictures.map(({ path, found }) => [path, found])).toEqual([
      ['./images/graph.png', true],
      ['./images/gone.png', false],
    ]);
    expect(preview?.notRead).toEqual([
      "pm/notes.xyz is neither text, picture nor Slack's JSON.",
      'pm/images/unused.png is a picture that no text here uses.',
    ]);
  });
});
