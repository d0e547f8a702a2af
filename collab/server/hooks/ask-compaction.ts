import type { Extension } from '@hocuspocus/server';
import { parseDocumentName } from '#collab/document/document-names.ts';
import type { Compactor } from '../compaction/compactor.ts';
import type { Context } from '../context.ts';
import type { LiveDocuments } from '../live-documents.ts';

/** Nothing is stored here: every edit already is. The store hook only asks for its log to be taken into a snapshot. */
export const askCompaction = (
  compactor: Compactor,
  live: LiveDocuments,
  logRows: number,
): Extension<Context> => ({
  extensionName: 'ask-compaction',
  async onStoreDocument({ documentName }) {
    if (parseDocumentName(documentName)?.kind === 'write-up') compactor.ask(documentName);
  },
  async onChange({ documentName }) {
    if ((live.get(documentName)?.rows ?? 0) >= logRows) compactor.ask(documentName);
  },
});
