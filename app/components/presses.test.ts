import { expect, test } from 'vitest';
import { createPresses, type Press } from './presses.ts';

const SEAL = { command: 'seal', words: 'Alarm on the lag.' };
const READY = { command: 'ready', ready: true };

/** A door that answers when it is told to, and remembers what reached it. */
function door() {
  const came: Press[] = [];
  const answers: ((status: number) => void)[] = [];
  const go = (press: () => Press) => {
    came.push(press());
    return new Promise<{ status: number }>((answer) => answers.push((status) => answer({ status })));
  };
  return { came, go, answer: (status: number) => answers.shift()?.(status) };
}

const settled = () => new Promise((done) => setTimeout(done, 5));

test('[C1] pressed twice while it is on its way, it is one', async () => {
  const presses = createPresses(0);
  const { came, go, answer } = door();
  const press = () => presses.once('m', { ...SEAL }, () => 4, go);
  const both = [press(), press()];
  answer(200);
  expect(await Promise.all(both)).toEqual([{ status: 200 }, { status: 200 }]);
  expect(came).toHaveLength(1);
});

test('[C1] pressed again before the page has drawn its answer, it is one', async () => {
  const presses = createPresses();
  const { came, go, answer } = door();
  const first = presses.once('m', SEAL, () => 4, go);
  answer(200);
  await first;
  await presses.once('m', SEAL, () => 5, go);
  expect(came).toHaveLength(1);
});

test.each([0, 502])(
  '[M4] an answer that was lost (%i): the same words keep their key and rev',
  async (lost) => {
    const presses = createPresses(0);
    const { came, go, answer } = door();
    let rev = 4;
    const press = async (command: { command: string; words: string }, status: number) => {
      const sent = presses.once('m', command, () => rev, go);
      answer(status);
      await sent;
      await settled();
    };
    await press(SEAL, lost);
    rev = 9;
    await press({ ...SEAL, words: 'Another.' }, 200);
    await press(SEAL, 200);
    await press(SEAL, 200);
    const [first, other, again, later] = came;
    expect(again).toEqual(first);
    expect(other?.key).not.toBe(first?.key);
    // answered: the same words said anew are new
    expect(later?.key).not.toBe(first?.key);
  },
);

test('[M4] what was taken back and is made again is new, though the first answer never came', async () => {
  const presses = createPresses(0);
  const { came, go, answer } = door();
  const told: [{ command: string; words: string }, number][] = [
    [SEAL, 0],
    [{ command: 'withdraw-idea', words: '' }, 200],
    [SEAL, 200],
  ];
  for (const [command, status] of told) {
    const sent = presses.once('m', command, () => 4, go);
    answer(status);
    await sent;
    await settled();
  }
  expect(came[2]?.key).not.toBe(came[0]?.key);
});

test('[M4] what says how something shall be goes out at each press, with the rev of its time', async () => {
  const presses = createPresses(0);
  const { came, go } = door();
  let rev = 4;
  void presses.once('m', READY, () => rev, go);
  rev = 5;
  void presses.once('m', READY, () => rev, go);
  expect(came.map(({ expectedRev }) => expectedRev)).toEqual([4, 5]);
  expect(came[0]?.key).not.toBe(came[1]?.key);
});

test('[M4] the same words in two meetings are two', () => {
  const presses = createPresses(0);
  const { came, go } = door();
  void presses.once('one', SEAL, () => 4, go);
  void presses.once('other', SEAL, () => 4, go);
  expect(came).toHaveLength(2);
});
