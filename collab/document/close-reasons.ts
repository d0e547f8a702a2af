/** What the page does about a closed connection. */
export type Remedy =
  /** goes on by itself: connects again */
  | 'wait'
  /** stops until the page is loaded again */
  | 'reload'
  /** stops until the person has signed in again; text stays */
  | 'sign-in'
  /** stops; nothing here for this person */
  | 'leave'
  /** stops until the person asks to try again; text stays */
  | 'ask';

/** Why a connection ended, in the WebSocket's close code, and what the person reads. */
export interface CloseReason {
  readonly name: string;
  readonly code: number;
  readonly remedy: Remedy;
  readonly sentence: string;
}

const reason = <Name extends string>(name: Name, code: number, remedy: Remedy, sentence: string) =>
  ({ name, code, remedy, sentence }) as const satisfies CloseReason;

/** Every way the server ends a connection. The first three codes are the WebSocket's own. */
export const CLOSE = {
  frameTooBig: reason(
    'frame-too-big',
    1009,
    'ask',
    'That was too much at once, so it is not saved. Keep this tab open, undo it, then try again: all else is saved then. What you undid can come in smaller parts.',
  ),
  restarting: reason(
    'restarting',
    1012,
    'wait',
    'Soak is restarting. What you write is kept and sent in a moment.',
  ),
  broken: reason('broken', 1011, 'wait', 'Something went wrong on our side. Trying again.'),
  malformed: reason(
    'malformed',
    4400,
    'reload',
    'This tab and the server no longer understand each other. Reload the page to go on.',
  ),
  signedOut: reason(
    'signed-out',
    4401,
    'sign-in',
    'You are signed out. Sign in again to go on; what you wrote is kept here.',
  ),
  notThere: reason('not-there', 4404, 'leave', 'There is nothing here for you to open.'),
  rightsChanged: reason(
    'rights-changed',
    4406,
    'wait',
    'What you may do here has changed. Connecting again.',
  ),
  silent: reason('silent', 4408, 'wait', 'The connection went quiet. Trying again.'),
  outOfStep: reason(
    'out-of-step',
    4425,
    'wait',
    'Getting back in step with what others wrote meanwhile. Your words are sent in a moment.',
  ),
  reload: reason('reload', 4409, 'reload', 'Soak has been updated. Reload the page to go on writing.'),
  erased: reason(
    'erased',
    4410,
    'reload',
    'Words were erased from this write-up for good. Reload the page to go on; what you had not sent yet waits for you there.',
  ),
  documentFull: reason(
    'document-full',
    4413,
    'ask',
    'This write-up has reached its largest size, so your last words are not saved. Keep this tab open, copy them elsewhere, take them out here and try again: all else is saved then.',
  ),
  tooFast: reason(
    'too-fast',
    4429,
    'ask',
    'Changes came faster than they can be saved. Keep this tab open and try again in a moment.',
  ),
  tooMuch: reason('too-much', 4205, 'ask', 'Too much was sent before signing in. Try again.'),
  cannotSave: reason(
    'cannot-save',
    4503,
    'wait',
    'The server cannot save just now. Keep this tab open; your words are sent as soon as it can.',
  ),
} as const;

/** The named reason behind a close code, or null for an ordinary loss of connection. */
export const closeReason = (code: number): CloseReason | null =>
  Object.values(CLOSE).find((known) => known.code === code) ?? null;
