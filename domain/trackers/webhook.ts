import { at, commonMeaning, jsonOf, linkAt, type Remote, type Tongue, wordAt } from './answers.ts';
import type { WorkState } from './tracker.ts';

const NAME = 'The webhook';

/** A signed call to an address of the administrator's: what is behind it makes something of it, and may answer with a key and an address. */
export const webhook: Tongue = {
  takesOurId: false,
  check: () => null,
  readCheck: () => ({ got: '' }),
  create: (place, { id, title, body }) => ({
    method: 'POST',
    url: place.address,
    headers: { accept: 'application/json' },
    body: JSON.stringify({ type: 'item.sent', item: id, title, body }),
  }),
  readCreated(answer, _place, now) {
    const wrong = commonMeaning(answer, now, NAME);
    if (wrong) return wrong;
    if ('status' in answer && answer.status >= 400)
      return { refused: `${NAME} did not take it (${answer.status}).` };
    const read = jsonOf(answer);
    const remote: Remote = {
      id: '',
      key: wordAt(read, 'key'),
      url: linkAt(read, 'url'),
      work: null,
      workWords: '',
      workAt: null,
    };
    return { got: remote };
  },
  recent: () => null,
  readRecent: () => ({ got: { found: null, next: null } }),
  look: () => null,
  readLook: () => ({ got: null }),
  readLink: () => null,
};

const STATES: readonly WorkState[] = ['open', 'done', 'dropped'];

/** What a webhook of ours takes back: `{ item, state, words?, key?, url? }`. Null: that is not it. */
export function readReport(body: unknown, sentAt: Date): { item: string; remote: Remote } | null {
  const item = wordAt(body, 'item');
  const state = STATES.find((each) => each === at(body, 'state'));
  if (!/^[0-9a-f-]{36}$/.test(item) || !state) return null;
  return {
    item,
    remote: {
      id: '',
      key: wordAt(body, 'key'),
      url: linkAt(body, 'url'),
      work: state,
      workWords: wordAt(body, 'words') || state,
      workAt: sentAt,
    },
  };
}
