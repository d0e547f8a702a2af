import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

it.each(['server/start.server.ts', 'server/demo/run-demo.server.ts', 'e2e/test-program.server.ts'])(
  '%s asks for React’s quick side before anything loads React',
  async (program) => {
    const [first] = /^import .*$/m.exec(await readFile(join(ROOT, program), 'utf8')) ?? [];
    expect(first).toMatch(/^import '(\.\.?|#server)\/quick-pages\.server\.ts';$/);
  },
);
