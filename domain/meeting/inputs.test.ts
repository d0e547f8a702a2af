import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AMIR, after, aRoom, aStage, by, FELICITY, liveOf, OTTO, PRIYA } from './a-room.ts';
import type { CommandBodies, RecordedName } from './command.ts';
import { decide } from './decide.ts';
import {
  CHOICES,
  countWords,
  FEW,
  fewestAnswers,
  POLL_KINDS,
  signalShowsAt,
  signalsShown,
  takesInput,
  tally,
  wordsToExplain,
} from './inputs.ts';
import type { Room } from './meeting.ts';
import { projectRoom } from './project-room.ts';
import type { StageKind } from './stage.ts';

const stages = (['section', 'silent-writing', 'unsaid', 'poll', 'close'] as StageKind[]).map((kind, at) => ({
  ...aStage(at + 1),
  kind,
  targets: [],
}));
const [, silent, unsaid, poll] = stages.map(({ id }) => id) as [never, never, never, never, never];

const ask = <Name extends RecordedName>(
  room: Room,
  name: Name,
  body: CommandBodies[Name],
  person = FELICITY,
  changes: Parameters<typeof by>[2] = {},
) => decide(room, name, body, room.meeting.rev, by(person, after(60), changes));

function did<Name extends RecordedName>(...asked: Parameters<typeof ask<Name>>): Room {
  const answer = ask(...asked);
  if (!('room' in answer)) throw new Error(JSON.stringify(answer));
  return answer.room;
}

const started = (at: never): Room => did(did(aRoom(stages), 'start', {}), 'go', { stage: at });
const shown = { id: 'text-1', stage: silent, by: PRIYA, words: 'quiet', hidden: null };

describe('texts of one’s own', () => {
  test('[M15] [M7] shown at once by who steers, once, and neither that nor the step before is undone', () => {
    const room = started(silent);
    expect(ask(room, 'reveal', { stage: silent }, PRIYA)).toHaveProperty('forbidden');
    expect(takesInput(room.stages[1] as never)).toBe(true);
    const revealed = did(room, 'reveal', { stage: silent });
    expect(revealed.stages[1]?.opened).toBe(true);
    expect(takesInput(revealed.stages[1] as never)).toBe(false);
    expect(liveOf(revealed).undo).toBeNull();
    expect(ask(revealed, 'undo', {})).toHaveProperty('refused');
    expect(ask(revealed, 'reveal', { stage: silent })).toHaveProperty('refused');
    expect(ask(room, 'reveal', { stage: unsaid })).toHaveProperty('refused');
    expect(ask(room, 'reveal', { stage: poll })).toHaveProperty('refused');
  });

  test('[M15] afterwards taken back by its author alone, edited by nobody, hidden with a reason all read', () => {
    const room = {
      ...did(started(silent), 'reveal', { stage: silent }),
      inputs: { own: [], shown: [shown], counts: [] },
    };
    expect(ask(room, 'withdraw-text', { text: 'text-1' }, OTTO)).toHaveProperty('forbidden');
    expect(ask(room, 'withdraw-text', { text: 'text-1' }, FELICITY)).toHaveProperty('forbidden');
    expect(did(room, 'withdraw-text', { text: 'text-1' }, PRIYA).inputs.shown).toEqual([]);
    expect(ask(room, 'hide-text', { text: 'text-1', reason: 'a name' }, PRIYA)).toHaveProperty('forbidden');
    const hidden = did(room, 'hide-text', { text: 'text-1', reason: 'It names a customer.' });
    const projected = projectRoom(hidden, new Map());
    expect(projected.inputs?.texts).toMatchObject([{ words: '', hidden: 'It names a customer.' }]);
    expect(JSON.stringify(projected)).not.toContain('quiet');
  });

  test('[U5] one without a name is taken back by nobody', () => {
    const room = { ...started(unsaid), inputs: { own: [], shown: [{ ...shown, by: null }], counts: [] } };
    for (const person of [PRIYA, FELICITY, AMIR])
      expect(ask(room, 'withdraw-text', { text: 'text-1' }, person)).toHaveProperty('forbidden');
  });

  test('[M21] [U2] before it is opened the projection tells nothing of it, whatever is there', () => {
    const room = {
      ...started(silent),
      inputs: { own: [{ stage: silent, words: 'CANARY' }], shown: [shown], counts: [] },
    };
    const { inputs } = projectRoom(room, new Map());
    expect(inputs).toEqual({ stage: silent, opened: false, texts: [], textCount: 0, counts: [] });
  });

  test('[M6] a stage people wrote in stays on the agenda', () => {
    expect(ask(started(silent), 'stage-remove', { stage: silent })).toHaveProperty('refused');
    expect(did(started(silent), 'stage-remove', { stage: unsaid }).stages).toHaveLength(4);
  });
});

describe('without a name', () => {
  test('[U4] with fewer than three a facilitator is told before, and may show them all the same', () => {
    const room = started(unsaid);
    const few = { fewCameIn: true };
    expect(ask(room, 'reveal', { stage: unsaid }, FELICITY, few)).toMatchObject({
      refused: expect.stringContaining('Fewer than three'),
    });
    expect(did(room, 'reveal', { stage: unsaid, few: true }, FELICITY, few).stages[2]?.opened).toBe(true);
    expect(did(room, 'reveal', { stage: unsaid }).stages[2]?.opened).toBe(true);
    // a signed text is its author's to be guessed at: no warning
    expect(did(started(silent), 'reveal', { stage: silent }, FELICITY, few).stages[1]?.opened).toBe(true);
  });

  test('[U2] a poll closes when it is closed or left by whichever way, and opens never again', () => {
    const room = started(poll);
    const closings: Room[] = [
      did(room, 'poll-close', { stage: poll }),
      did(room, 'next', {}),
      did(room, 'back', {}),
      did(room, 'end', {}),
    ];
    for (const closed of closings) expect(closed.stages[3]?.opened).toBe(true);
    const again = did(closings[1] as Room, 'undo', {});
    expect(again.stages[3]?.opened).toBe(true);
    expect(ask(again, 'poll-close', { stage: poll })).toHaveProperty('refused');
  });

  test('[M7] a step into a poll that was taken back has closed nothing', () => {
    expect(did(started(poll), 'undo', {}).stages[3]?.opened).toBe(false);
  });

  test('[M7] [M15] a stage people may have written in stays reached when the step into it is taken back: it is kept, and can be shown', () => {
    const back = did(started(silent), 'undo', {});
    expect(back.stages[1]?.reachedAt).not.toBeNull();
    expect(ask(back, 'stage-remove', { stage: silent })).toHaveProperty('refused');
    expect(ask(back, 'reveal', { stage: silent })).toHaveProperty('room');
  });

  test('[U2] [A6] whatever is answered, no count is one or two, and too few answers give none', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...POLL_KINDS),
        fc.array(fc.constantFrom('yes', 'no', '1', '2', '3', '4', '5'), { maxLength: 12 }),
        (kind, answers) => {
          const fitting = answers.filter((answer) => CHOICES[kind].some(({ choice }) => choice === answer));
          const counts = tally(kind, answers);
          expect(counts.length > 0).toBe(fitting.length >= fewestAnswers(kind));
          for (const { choice, count } of counts) {
            const truth = fitting.filter((answer) => answer === choice).length;
            expect(count).toBe(truth > 0 && truth < FEW ? null : truth);
          }
          expect(countWords(kind, counts)).not.toMatch(/: [12](;|\.)/);
        },
      ),
    ));

  test('[U2] "lost" shows after 5 to 20 s, for a while, as one word however many there were', () => {
    expect(signalShowsAt(after(0), 0)).toEqual(after(5));
    expect(signalShowsAt(after(0), 1)).toEqual(after(20));
    const given = [0, 0.3, 0.9].map((chance) => ({
      signal: 'lost' as const,
      word: null,
      showsAt: signalShowsAt(after(0), chance),
    }));
    expect(signalsShown(given, after(4))).toEqual([]);
    expect(signalsShown(given, after(5))).toEqual(['lost']);
    expect(signalsShown(given, after(19))).toEqual(['lost']);
    expect(signalsShown(given, after(90))).toEqual([]);
  });

  test('[U2] words to explain show each once, by the alphabet, a few at a time, and only while they stay', () => {
    const asked = (word: string, seconds: number) => ({
      signal: 'explain' as const,
      word,
      showsAt: after(seconds),
    });
    const given = [asked('WAL', 7), asked('PITR', 9), asked('wal', 8), asked('late', 200)];
    expect(wordsToExplain(given, after(6))).toEqual([]);
    expect(wordsToExplain(given, after(7))).toEqual(['WAL']);
    expect(wordsToExplain(given, after(9))).toEqual(['PITR', 'wal']);
    expect(signalsShown(given, after(9))).toEqual(['explain']);
    expect(wordsToExplain(given, after(100))).toEqual([]);
    const many = [...'hgfedcba'].map((letter) => asked(letter, 0));
    expect(wordsToExplain(many, after(1))).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});
