import { expect, test } from 'vitest';
import { rendered } from '#app/components/testing.tsx';
import { asId, type PersonId } from '#domain/ids.ts';
import type { CommandName } from '#domain/meeting/command.ts';
import type { CurrentShown } from '#domain/meeting/projection.ts';
import { CapturesOnStage } from './captures-on-stage.tsx';
import { StageInput } from './inputs/stage-input.tsx';
import { MomentQuestions } from './moment-questions.tsx';
import { type RoomContext, RoomProvider } from './room-context.ts';
import { type RoomUi, RoomUiProvider } from './room-ui.ts';
import { RoundOnStage } from './round-on-stage.tsx';
import { forEverybody } from './shared-face.ts';
import type { RoomFace } from './use-face.ts';

const FELICITY = { id: asId<PersonId>('felicity'), name: 'Felicity', letters: 'F', hue: 0 };

/** Felicity leads, has written, has the turn, and asked a question; Otto's text is shown. */
const facts = (opened: boolean) =>
  ({
    room: {
      stages: [{ id: 's', kind: 'silent-writing', title: 'In silence', opened }],
      current: { stage: 's', targets: [] },
      round: { turns: [{ person: FELICITY, state: 'now' }], count: 1 },
      inputs: {
        stage: 's',
        texts: [{ id: 't', words: 'It was quiet.', by: FELICITY, hidden: null, isCut: false }],
        textCount: 1,
      },
    },
    phase: 'live',
    zone: 'UTC',
    captures: [
      {
        id: 'q',
        kind: 'question',
        words: 'Who owns it?',
        notedBy: FELICITY,
        forPerson: null,
        forLabel: null,
        stage: 's',
        target: null,
        at: '2026-11-24T10:10:00Z',
      },
    ],
    writeUp: { sections: [], findings: [], moments: [] },
    own: {
      actor: { id: FELICITY.id, steers: true, analyst: true },
      texts: [{ stage: 's', words: 'Mine alone.' }],
    },
    facilitator: { notes: { s: 'Ask Priya.' } },
    may: () => true,
  }) as unknown as RoomContext;

const onFace = (face: RoomFace, part: React.ReactNode, opened = false) => {
  const whole = facts(opened);
  return rendered(
    <RoomProvider value={face === 'shared' ? forEverybody(whole) : whole}>
      <RoomUiProvider value={{ face, say() {} } as unknown as RoomUi}>{part}</RoomUiProvider>
    </RoomProvider>,
    { at: '/meetings/m' },
  ).words;
};
const both = (part: React.ReactNode, opened = false) => ({
  own: onFace('companion', part, opened),
  shared: onFace('shared', part, opened),
});

test('[M3] on a device that is everybody’s its owner’s texts are neither shown nor written', () => {
  const input = <StageInput current={{ stage: 's' } as CurrentShown} kind="silent-writing" />;
  const closed = both(input);
  expect(closed.own).toContain('Mine alone.');
  expect(closed.shared).not.toContain('Mine alone.');
  expect(closed.shared).toContain('Everyone writes and answers on a device of their own.');
  expect(closed.own).toContain('Show all texts');
  expect(closed.shared).not.toContain('Show all texts');
  const opened = both(input, true);
  expect(opened.own).toContain('Take it back');
  expect(opened.shared).toContain('It was quiet.');
  expect(opened.shared).not.toContain('Take it back');
});

test('[M3] [M14] a round waits for nobody’s answer there, and says who has the turn', () => {
  const { own, shared } = both(<RoundOnStage />);
  expect(own).toMatch(/It is your turn.*Pass/);
  expect(shared).toContain('Felicity has the turn');
  expect(shared).not.toMatch(/your turn|Pass|Next person/);
});

test('[M3] [P6] nothing of those who steer stands there, and what its owner noted is not changed there', () => {
  const questions = both(<MomentQuestions moment={{ kind: 'observation' } as never} />);
  expect(questions.own).toContain('only facilitators see this');
  expect(questions.shared).toBe('');
  expect(forEverybody(facts(false)).facilitator).toBeNull();
  const asked = both(<CapturesOnStage kind="open-questions" />);
  expect(asked.own).toContain('Withdraw');
  expect(asked.shared).toContain('Who owns it?');
  expect(asked.shared).not.toMatch(/Change|Withdraw/);
});

test('[M3] what is done there is done for whoever asks, and nothing else', () => {
  const { may } = forEverybody(facts(false));
  const allowed: CommandName[] = ['raise-hand', 'lower-hand', 'finish-turn', 'capture', 'withdraw-capture'];
  const refused: CommandName[] = [
    'next',
    'spotlight',
    'take-over',
    'ready',
    'answer',
    'write',
    'attend',
    'end',
  ];
  for (const name of allowed) expect(may(name)).toBe(true);
  for (const name of refused) expect(may(name)).toBe('That is for a device of one’s own.');
});
