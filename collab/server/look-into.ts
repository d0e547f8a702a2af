import * as Y from 'yjs';
import { loadDocument } from './load-document.ts';
import type { Database } from './options.ts';

export interface LookOptions {
  db: Database;
  /** The open document of this name, if it is open here. */
  open(name: string): Y.Doc | undefined;
  /** Brings it up to what is stored. */
  catchUp(name: string): Promise<void>;
}

type See<Seen> = (doc: Y.Doc) => Seen | Promise<Seen>;

/** Ways to see a document's content, open here or not; null where there is none. */
export const createLooks = ({ db, open, catchUp }: LookOptions) => {
  const lookAtStored = async <Seen>(name: string, see: See<Seen>): Promise<Seen | null> => {
    const stored = new Y.Doc();
    try {
      return (await loadDocument(db, name, stored)) ? await see(stored) : null;
    } finally {
      stored.destroy();
    }
  };
  return {
    /** A clone that holds every row committed before the call. */
    read: async (name: string): Promise<Y.Doc | null> => {
      const clone = new Y.Doc();
      const document = open(name);
      if (!document) return (await loadDocument(db, name, clone)) ? clone : null;
      await catchUp(name);
      Y.applyUpdate(clone, Y.encodeStateAsUpdate(document));
      return clone;
    },
    /** Where it lies, as it is open here. */
    look: async <Seen>(name: string, see: See<Seen>): Promise<Seen | null> => {
      const document = open(name);
      return document ? see(document) : lookAtStored(name, see);
    },
    /** Where it lies, with every row committed before the call; others may write on in it while `see` waits for something. */
    lookUpToDate: async <Seen>(name: string, see: See<Seen>): Promise<Seen | null> => {
      const document = open(name);
      if (!document) return lookAtStored(name, see);
      await catchUp(name);
      // closed meanwhile, it may lack what another node wrote
      return open(name) === document ? see(document) : lookAtStored(name, see);
    },
  };
};
