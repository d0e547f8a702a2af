import type { Surroundings } from '#collab/client/editor/leaf-views.ts';
import type { Store } from '#collab/client/store.ts';
import { WORDS } from '#collab/document/field-names.ts';
import { isUuid } from '#domain/ids.ts';
import { NO_WORDS } from '#domain/import/evidence.ts';
import { thingsOf } from './came-along.tsx';
import {
  entryAddress,
  instantWords,
  messageAddress,
  pictureAddress,
  type WritingFacts,
} from './surroundings.tsx';
import { askForMessages } from './use-messages.ts';

/** What editors show of the things their words point at. */
export const pageSurroundings = (
  facts: WritingFacts,
  line: (fragment: string) => Store<string>,
): Surroundings => ({
  pictureAddress: (upload) => (isUuid(upload) ? pictureAddress(facts.review, upload) : null),
  messageAddress: (message) => (isUuid(message) ? messageAddress(facts.review, message) : null),
  timeWords: (instant) => (Number.isNaN(Date.parse(instant)) ? '' : instantWords(instant, facts.zone, true)),
  async cameAlong(id) {
    if (!isUuid(id)) return [];
    const known = facts.messages[id] ?? (await askForMessages(facts.review, id))[0];
    if (!known) return [];
    const things = thingsOf(known, facts.review);
    return known.text === '' && things.length === 0 ? [{ src: null, words: NO_WORDS }] : things;
  },
  target(to, id) {
    if (!isUuid(id)) return null;
    if (to === 'evidence')
      return {
        words: facts.messages[id]?.text.slice(0, 80) || 'In the evidence',
        href: messageAddress(facts.review, id),
      };
    if (to !== 'moment' && to !== 'finding') return null;
    const words = line(to === 'moment' ? WORDS.moment(id) : WORDS.findingTitle(id)).get();
    return { words: words || 'not written yet', href: entryAddress(facts, to, id) };
  },
});
