import { readWriteUp } from '#collab/document/read-write-up.ts';
import type { WriteUp } from '#domain/write-up.ts';
import type { App } from '../app.ts';

const NOTHING_YET: WriteUp = { title: '', standfirst: '', sections: [], findings: [], moments: [] };

/** The write-up as it stands now: never older than the last acknowledged edit. For those who may read it: the caller has asked. */
export async function readStoredWriteUp(app: App, document: string): Promise<WriteUp> {
  const doc = await app.collab.read(document);
  if (!doc) return NOTHING_YET;
  try {
    return readWriteUp(doc);
  } finally {
    doc.destroy();
  }
}
