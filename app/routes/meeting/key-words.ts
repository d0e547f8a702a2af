import { isHandFor, ROOM_KEYS, type RoomHand, type RoomKeyName } from './keys.ts';

/** What decides which acts are there: how this device shows the room, what is held in it, and who sits before it. */
export type KeyPlace =
  | 'full'
  | 'companion'
  | 'shared'
  | 'review'
  | 'action'
  | 'rehearsal'
  | 'guest'
  | 'facilitator';

interface KeyWords {
  words: string;
  /** What it does for whoever tells the stage, where that differs. */
  telling?: string;
  /** Where it has nothing to act on. */
  absent?: readonly KeyPlace[];
}

const KEY_WORDS: Record<RoomKeyName, KeyWords> = {
  hand: { words: 'Raise or lower a hand' },
  follow: { words: 'Return to the group' },
  goBack: { words: 'After “Bring everyone”: back to where I was' },
  question: { words: 'Capture a question' },
  insight: { words: 'Capture an insight' },
  view: { words: 'Capture a different view' },
  park: { words: 'Park this', absent: ['guest', 'shared'] },
  seal: { words: 'Seal an idea', absent: ['guest', 'shared', 'action'] },
  signal: {
    words: 'Slower, lost, or a word to explain, without your name',
    absent: ['facilitator', 'shared'],
  },
  unsigned: { words: 'To the box or poll without names, while it is open', absent: ['shared'] },
  ready: { words: 'Ready to go on, or not yet', absent: ['shared'] },
  list: { words: 'All keys' },
  next: { words: 'Next stage (press again to go)', telling: 'Next in the part you tell' },
  back: { words: 'Stage before (press again to go)', telling: 'The one before in the part you tell' },
  // beside the wall the foot holds no time
  timer: { words: 'Pause the timer, or let it run', absent: ['companion'] },
  more: { words: 'One minute more', absent: ['companion'] },
  less: { words: 'One minute less', absent: ['companion'] },
  spotlight: {
    words: 'Put the spotlight on what is chosen',
    telling: 'Put the spotlight on what you chose of your part',
  },
  clear: { words: 'Take the spotlight away' },
  bring: { words: 'Bring everyone' },
  blank: { words: 'Blank the screen, or show it again', absent: ['rehearsal'] },
  speaker: { words: 'Next speaker' },
  reveal: { words: 'Show what was written, or close the poll (press again to do it)' },
  queue: { words: 'Open or close the queue' },
  end: { words: 'End the meeting (asks first)' },
};

/** The keys to tell somebody of: those their hand has and whose acts are there. */
export const keysHere = (hand: RoomHand, places: readonly KeyPlace[]): { shown: string; words: string }[] =>
  (Object.keys(ROOM_KEYS) as RoomKeyName[]).flatMap((name) => {
    const key = ROOM_KEYS[name];
    const { words, telling = words, absent = [] } = KEY_WORDS[name];
    if (!isHandFor(key, hand) || absent.some((place) => places.includes(place))) return [];
    return [{ shown: key.shown, words: hand === 'teller' ? telling : words }];
  });

/** Ways that hold wherever the focus is, in a text field too, and that no switch turns off. */
export const ROOM_WAYS = {
  region: { shown: 'F6', words: 'On to the next part of the room; with Shift, to the one before' },
  keyFirst: { shown: 'Alt M', words: 'From a text field: then one of these keys' },
  list: { shown: 'Ctrl /', words: 'All keys, from a text field too' },
  leave: { shown: 'Esc', words: 'Out of the write-up’s text' },
} as const;
