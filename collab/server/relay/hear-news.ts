import type { CollabOptions } from '../options.ts';
import type { Rights } from '../rights.ts';
import type { Rooms } from '../rooms.ts';
import type { Relay } from './relay.ts';
import type { RelayedFaces } from './relay-faces.ts';
import type { RowRelay } from './relay-rows.ts';

export interface HearNewsOptions {
  relay: Relay;
  log: CollabOptions['log'];
  rows: RowRelay;
  faces: RelayedFaces;
  rooms: Rooms;
  rights: Rights;
  tellAuthors(): Promise<void>;
  catchUpAll(): Promise<void>;
}

/** What other nodes tell makes this one look at once; what it then does, it reads in the database. */
export const hearNews = (options: HearNewsOptions): void => {
  const { relay, rows, faces, rooms, rights, tellAuthors, catchUpAll, log } = options;
  const look = (work: Promise<void>) => void work.catch((error) => log.error('relay', error));
  const lookEverywhere = () => {
    for (const work of [catchUpAll, rights.poll, rooms.heal, tellAuthors]) look(work());
  };

  relay.hear((news, node) => {
    faces.heard(news, node);
    switch (news.kind) {
      case 'rows':
        return rows.told(news.document, news.seqs);
      case 'room':
        return rooms.changed(news.meeting);
      case 'own':
        return rooms.ownChanged(news.meeting, news.people);
      case 'rights':
        return look(rights.poll());
      case 'rescued':
        return look(tellAuthors());
      case 'look':
        return lookEverywhere();
      case 'comments':
      case 'faces':
      case 'who':
      case 'here':
      case 'leaving':
        return;
    }
  });
  relay.onBack(() => {
    faces.back();
    relay.tell({ kind: 'look' });
    lookEverywhere();
  });
};
