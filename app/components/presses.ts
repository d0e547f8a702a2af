/** What a press came to: answered, or not known. `status` 0: no answer came. */
export interface Answered {
  status: number;
}

/** What goes out beside a command's own fields. */
export interface Press {
  key: string;
  expectedRev: number;
}

/** These make something new, each time they act; the rest says how something shall be, and is the same when it is said again. */
const MAKING: ReadonlySet<string> = new Set(['capture', 'park', 'seal', 'bring', 'add-idea', 'stage-add']);
export const makes = (command: string): boolean => MAKING.has(command);

const NOT_KNOWN = 'No answer came, so it is not known whether this arrived.';
export const NO_ANSWER = {
  making: `${NOT_KNOWN} Press again once the connection is back: it will be there once.`,
  other: `${NOT_KNOWN} Try again once the connection is back.`,
};

/**
 * Presses that nobody has answered yet. What makes something is one press while its words are the same: pressed once more on its
 * way it is the same one, and after an answer that was lost it goes out with the key it had, so that there are never two (M4).
 */
export function createPresses(drawnMs = DRAWN_MS) {
  const going = new Map<string, Promise<Answered>>();
  const unanswered = new Map<string, Press>();
  return {
    /**
     * @param where the meeting
     * @param rev asked when it goes out
     * @param go waits for its turn, then sends; `press` is to be asked only then
     */
    once<Answer extends Answered>(
      where: string,
      command: { command: string },
      rev: () => number,
      go: (press: () => Press) => Promise<Answer>,
    ): Promise<Answer> {
      const fresh = (): Press => ({ key: crypto.randomUUID(), expectedRev: rev() });
      // whoever takes a thing back may make it again, with the same words
      if (!makes(command.command)) {
        if (TAKES_AWAY.test(command.command)) {
          going.clear();
          unanswered.clear();
        }
        return go(fresh);
      }
      const name = `${where} ${JSON.stringify(command)}`;
      const same = going.get(name);
      // the name says the command, and with it what is answered
      if (same) return same as Promise<Answer>;
      const sent = go(() => {
        const press = unanswered.get(name) ?? fresh();
        unanswered.set(name, press);
        return press;
      })
        .then((answer) => {
          if (isAnswer(answer)) unanswered.delete(name);
          return answer;
        })
        .finally(() =>
          setTimeout(() => {
            if (going.get(name) === sent) going.delete(name);
          }, drawnMs),
        );
      going.set(name, sent);
      return sent;
    },
  };
}

/** The form that made it is emptied on the screen a moment after the answer. */
const DRAWN_MS = 300;

/** A gateway may say 5xx of what has been done behind it. */
const isAnswer = ({ status }: Answered) => status > 0 && status < 500;

const TAKES_AWAY = /^withdraw-|-remove$/;

/** One for all parts of a page. */
export const presses = createPresses();
