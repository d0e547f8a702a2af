/** The room's single keys. They act only outside text fields, or after Alt M, and can be switched off (WCAG 2.1.4); each has a button too. What they do, in words: `key-words.ts`. */
export interface RoomKey {
  keys: readonly string[];
  /** As drawn on the button and in the list. */
  shown: string;
  /** Left out: everyone's. A teller's are those of whoever tells the stage too. */
  for?: 'facilitator' | 'teller';
}

/** Whose hand is on the keys: anyone's, that of whoever tells the stage the group is at, or of one who steers. */
export type RoomHand = 'everyone' | 'teller' | 'facilitator';

export const ROOM_KEYS = {
  hand: { keys: ['h'], shown: 'H' },
  follow: { keys: ['f'], shown: 'F' },
  goBack: { keys: ['Escape'], shown: 'Esc' },
  question: { keys: ['q'], shown: 'Q' },
  insight: { keys: ['k'], shown: 'K' },
  view: { keys: ['d'], shown: 'D' },
  park: { keys: ['p'], shown: 'P' },
  seal: { keys: ['i'], shown: 'I' },
  signal: { keys: ['l'], shown: 'L' },
  unsigned: { keys: ['a'], shown: 'A' },
  ready: { keys: ['r'], shown: 'R' },
  list: { keys: ['?'], shown: '?' },
  next: { keys: ['ArrowRight', 'PageDown'], shown: '→', for: 'teller' },
  back: { keys: ['ArrowLeft', 'PageUp'], shown: '←', for: 'teller' },
  timer: { keys: ['t'], shown: 'T', for: 'facilitator' },
  more: { keys: ['+'], shown: '+', for: 'facilitator' },
  less: { keys: ['-'], shown: '-', for: 'facilitator' },
  spotlight: { keys: ['s'], shown: 'S', for: 'teller' },
  clear: { keys: ['S'], shown: 'Shift S', for: 'teller' },
  bring: { keys: ['b'], shown: 'B', for: 'facilitator' },
  blank: { keys: ['w'], shown: 'W', for: 'facilitator' },
  speaker: { keys: ['n'], shown: 'N', for: 'facilitator' },
  reveal: { keys: ['x'], shown: 'X', for: 'facilitator' },
  queue: { keys: ['o'], shown: 'O', for: 'facilitator' },
  end: { keys: ['E'], shown: 'Shift E', for: 'facilitator' },
} as const satisfies Record<string, RoomKey>;

export type RoomKeyName = keyof typeof ROOM_KEYS;

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

/** Whether that hand has the key. */
export const isHandFor = (key: RoomKey, hand: RoomHand): boolean =>
  key.for === undefined || hand === 'facilitator' || (hand === 'teller' && key.for === 'teller');

/** Which of the room's keys was pressed; null for every other, and for any with Alt, Ctrl or Meta held. */
export function keyPressed(event: Pressed, hand: RoomHand): RoomKeyName | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  for (const [name, key] of Object.entries(ROOM_KEYS) as [RoomKeyName, RoomKey][]) {
    if (key.keys.includes(event.key)) return isHandFor(key, hand) ? name : null;
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
