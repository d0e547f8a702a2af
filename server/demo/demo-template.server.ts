import { statSync } from 'node:fs';
import { join } from 'node:path';
import { ensureTemplate } from '#db/template.server.ts';
import { ownZone } from './own-zone.ts';

const BUILT = join(import.meta.dirname, '..', '..', 'build', 'server', 'index.js');

/**
 * A data folder with the examples' past in it, made once for each build and zone: what is told from now is added at the start.
 * The pages are rebuilt whenever a source is newer, so their time stands for all that could change the examples.
 */
export const ensureDemoTemplate = (): Promise<string> =>
  ensureTemplate({
    entry: new URL('./seed-template.ts', import.meta.url),
    key: `${ownZone()} ${statSync(BUILT).mtimeMs}`,
  });
