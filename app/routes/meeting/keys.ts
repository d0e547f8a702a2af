/** The room's single keys. They act only outside text fields, or after Alt M, and can be switched off (WCAG 2.1.4); each has a button too. */
export interface RoomKey {
  keys: readonly string[];
  /** As drawn on the button and in the list. */
  shown: string;
  words: string;
  for: 'everyone' | 'facilitator';
  /** What it does for whoever tells the stage; left out where it does nothing for them. */
  telling?: string;
  /** Where it has nothing to act on. */
  absent?: readonly KeyPlace[];
}

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

/** Whose hand is on the keys: anyone's, that of whoever tells the stage the group is at, or of one who steers. */
export type RoomHand = 'everyone' | 'teller' | 'facilitator';

export const ROOM_KEYS = {
  hand: { keys: ['h'], shown: 'H', words: 'Raise or lower a hand', for: 'everyone' },
  follow: { keys: ['f'], shown: 'F', words: 'Return to the group', for: 'everyone' },
  goBack: {
    keys: ['Escape'],
    shown: 'Esc',
    words: 'After “Bring everyone”: back to where I was',
    for: 'everyone',
  },
  question: { keys: ['q'], shown: 'Q', words: 'Capture a question', for: 'everyone' },
  insight: { keys: ['k'], shown: 'K', words: 'Capture an insight', for: 'everyone' },
  view: { keys: ['d'], shown: 'D', words: 'Capture a different view', for: 'everyone' },
  park: { keys: ['p'], shown: 'P', words: 'Park this', for: 'everyone', absent: ['guest', 'shared'] },
  seal: {
    keys: ['i'],
    shown: 'I',
    words: 'Seal an idea',
    for: 'everyone',
    absent: ['guest', 'shared', 'action'],
  },
  signal: {
    keys: ['l'],
    shown: 'L',
    words: 'Slower, lost, or a word to explain, without your name',
    for: 'everyone',
    absent: ['facilitator', 'shared'],
  },
  unsigned: {
    keys: ['a'],
    shown: 'A',
    words: 'To the box or poll without names, while it is open',
    for: 'everyone',
    absent: ['shared'],
  },
  ready: {
    keys: ['r'],
    shown: 'R',
    words: 'Ready to go on, or not yet',
    for: 'everyone',
    absent: ['shared'],
  },
  list: { keys: ['?'], shown: '?', words: 'All keys', for: 'everyone' },
  next: {
    keys: ['ArrowRight', 'PageDown'],
    shown: '→',
    words: 'Next stage (press again to go)',
    for: 'facilitator',
    telling: 'Next in the part you tell',
  },
  back: {
    keys: ['ArrowLeft', 'PageUp'],
    shown: '←',
    words: 'Stage before (press again to go)',
    for: 'facilitator',
    telling: 'The one before in the part you tell',
  },
  timer: {
    keys: ['t'],
    shown: 'T',
    words: 'Pause the timer, or let it run',
    for: 'facilitator',
    absent: ['companion'],
  },
  more: { keys: ['+'], shown: '+', words: 'One minute more', for: 'facilitator', absent: ['companion'] },
  less: { keys: ['-'], shown: '-', words: 'One minute less', for: 'facilitator', absent: ['companion'] },
  spotlight: {
    keys: ['s'],
    shown: 'S',
    words: 'Put the spotlight on what is chosen',
    for: 'facilitator',
    telling: 'Put the spotlight on what you chose of your part',
  },
  clear: {
    keys: ['S'],
    shown: 'Shift S',
    words: 'Take the spotlight away',
    for: 'facilitator',
    telling: 'Take the spotlight away',
  },
  bring: { keys: ['b'], shown: 'B', words: 'Bring everyone', for: 'facilitator' },
  blank: {
    keys: ['w'],
    shown: 'W',
    words: 'Blank the screen, or show it again',
    for: 'facilitator',
    absent: ['rehearsal'],
  },
  speaker: { keys: ['n'], shown: 'N', words: 'Next speaker', for: 'facilitator' },
  reveal: {
    keys: ['x'],
    shown: 'X',
    words: 'Show what was written, or close the poll (press again to do it)',
    for: 'facilitator',
  },
  queue: { keys: ['o'], shown: 'O', words: 'Open or close the queue', for: 'facilitator' },
  end: { keys: ['E'], shown: 'Shift E', words: 'End the meeting (asks first)', for: 'facilitator' },
} as const satisfies Record<string, RoomKey>;

export type RoomKeyName = keyof typeof ROOM_KEYS;

/** Ways that hold wherever the focus is, in a text field too, and that no switch turns off. */
export const ROOM_WAYS = {
  region: { shown: 'F6', words: 'On to the next part of the room; with Shift, to the one before' },
  keyFirst: { shown: 'Alt M', words: 'From a text field: then one of these keys' },
  list: { shown: 'Ctrl /', words: 'All keys, from a text field too' },
  leave: { shown: 'Esc', words: 'Out of the write-up’s text' },
} as const;

export type RoomWay = 'region' | 'regionBefore' | 'keyFirst' | 'list';

interface Pressed {
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

/** Which way was pressed. M by its place: with Alt a Mac writes µ. */
export function wayPressed(event: Pressed & { code: string; shiftKey: boolean }): RoomWay | null {
  const { key, code, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (key === 'F6' && !altKey && !ctrlKey && !metaKey) return shiftKey ? 'regionBefore' : 'region';
  if (key === '/' && (ctrlKey || metaKey) && !altKey) return 'list';
  return code === 'KeyM' && altKey && !ctrlKey && !metaKey && !shiftKey ? 'keyFirst' : null;
}

/** What the key does for that hand, in words; null: nothing. */
export function wordsOf(key: RoomKey, hand: RoomHand): string | null {
  if (key.for === 'everyone' || hand === 'facilitator') return key.words;
  return hand === 'teller' ? (key.telling ?? null) : null;
}

/** The keys to tell somebody of: those their hand has and whose acts are there. */
export const keysHere = (hand: RoomHand, places: readonly KeyPlace[]): { shown: string; words: string }[] =>
  Object.values<RoomKey>(ROOM_KEYS).flatMap((key) => {
    const words = wordsOf(key, hand);
    const isAbsent = key.absent?.some((place) => places.includes(place));
    return words === null || isAbsent ? [] : [{ shown: key.shown, words }];
  });

/** Which of the room's keys was pressed; null for every other, and for any with Alt, Ctrl or Meta held. */
export function keyPressed(event: Pressed, hand: RoomHand): RoomKeyName | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  for (const [name, key] of Object.entries(ROOM_KEYS) as [RoomKeyName, RoomKey][]) {
    if (key.keys.includes(event.key)) return wordsOf(key, hand) === null ? null : name;
  }
  return null;
}

/** A key that belongs to letters still being put together: Escape and Enter then answer the list of candidates, not the page. */
export const isInTheMaking = ({
  isComposing,
  keyCode,
}: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean =>
  // Safari ends the composition first and then tells of the key, as number 229
  isComposing || keyCode === 229;

/** True where letters are typed: a field, a choice, the editor. */
export const takesText = (element: Element | null): boolean =>
  element !== null && (element.matches('input, textarea, select') || isEditor(element));

/** The write-up's own text, being written. */
export const isEditor = (element: Element | null): boolean =>
  element instanceof HTMLElement && element.isContentEditable;
