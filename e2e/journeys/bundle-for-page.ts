import { join } from 'node:path';
import { build } from 'vite';

/** A file beside this one with all it imports, as a script for `page.evaluate`: what it exports is `name` there. */
export async function bundleForPage(file: string, name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, lib: { entry: join(import.meta.dirname, file), formats: ['iife'], name } },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const script = first && 'output' in first ? first.output[0] : undefined;
  if (!script) throw new Error(`${file} could not be bundled`);
  return script.code;
}
