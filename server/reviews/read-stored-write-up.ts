import type { WriteUp } from '#domain/write-up.ts';
import type { App } from '../app.ts';

const NOTHING_YET: WriteUp = { title: '', standfirst: '', sections: [], findings: [], moments: [] };

/** The write-up as it stands now: never older than the last acknowledged edit. For those who may read it: the caller has asked. */
export const readStoredWriteUp = async (app: App, document: string): Promise<WriteUp> =>
  (await app.collab.readWriteUp(document)) ?? NOTHING_YET;
