import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { type Company, form } from './company.ts';

/** A token of somebody's, made with the form in their profile as anybody would. */
export async function tokenOf(
  soak: Company,
  name: string,
  may: 'read' | 'write' | 'metrics',
): Promise<string> {
  const person = await soak.as(name);
  const made = await person('/profile', form({ intent: 'make-token', purpose: 'a test', may, days: '7' }));
  const words = /[a-z2-7]{32}\.[a-z2-7]{32}/.exec(made.text)?.[0];
  if (!words) throw new Error(`${name} got no token: ${made.status}`);
  return words;
}

export async function writeUpOf(soak: Company, token: string, review: string): Promise<string> {
  const { documents } = (
    await soak.asks(`/api/v1/reviews/${review}`, { headers: { Authorization: `Bearer ${token}` } })
  ).json() as { documents: { kind: string; name: string }[] };
  return documents.find(({ kind }) => kind === 'write-up')?.name ?? '';
}

/** The client of the y-websocket package, as it is. */
export function joinPlainly(soak: Company, document: string, token: string): WebsocketProvider {
  const url = `${soak.program.origin.replace('http', 'ws')}/yjs`;
  return new WebsocketProvider(url, document, new Y.Doc(), { params: { token }, disableBc: true });
}

/** The page's one program, as it stands there. */
export async function twelveLines(): Promise<string> {
  const page = await readFile(join(import.meta.dirname, '../../docs/any-yjs-client.md'), 'utf8');
  return /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
}
