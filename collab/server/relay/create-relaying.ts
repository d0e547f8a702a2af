import type { Document } from '@hocuspocus/server';
import type { Durations } from '../limits.ts';
import type { CollabOptions } from '../options.ts';
import type { CatchUpOptions } from '../poll-log.ts';
import { type HearNewsOptions, hearNews } from './hear-news.ts';
import type { Relay } from './relay.ts';
import { relayFaces } from './relay-faces.ts';
import { createRowRelay } from './relay-rows.ts';

export interface RelayingOptions {
  relay: Relay;
  behind: CatchUpOptions;
  log: CollabOptions['log'];
  durations: Durations;
  documents(): ReadonlyMap<string, Document>;
}

/** Everything this node tells the others, and what it does about what they tell. */
export const createRelaying = ({ relay, behind, log, durations, documents }: RelayingOptions) => {
  const rows = createRowRelay({ relay, behind, log, document: (name) => documents().get(name) });
  const faces = relayFaces({
    relay,
    spacingMs: durations.faces,
    silentMs: durations.nodeSilence,
    documents,
  });
  return {
    committed: rows.committed,
    extensions: [rows.extension, faces.extension],
    lookForFaces: faces.look,
    /** Begins to hear; once all that hears is there. */
    hear: (others: Pick<HearNewsOptions, 'rooms' | 'rights' | 'tellAuthors' | 'catchUpAll'>) =>
      hearNews({ relay, log, rows, faces, ...others }),
  };
};
