import { expect, test } from 'vitest';
import { withDatabase } from '#db/testing.ts';
import type { Command } from '#domain/meeting/command.ts';
import type { StageKind } from '#domain/meeting/stage.ts';
import type { CommandAnswer } from './run-command.ts';
import { projectedRoom } from './show-room.ts';
import { aMeeting } from './testing.ts';

const KINDS: readonly StageKind[] = [
  'purpose',
  'section',
  'walk',
  'finding',
  'round',
  'open-floor',
  'silent-writing',
  'poll',
  'unsaid',
  'different-views',
  'open-questions',
  'close',
];
/** What she was about when the connection went: each is sent, and its answer never comes. */
const IN_FLIGHT: readonly Command[] = [
  { command: 'timer-add', seconds: 60 },
  { command: 'timer-pause' },
  { command: 'queue-close' },
];

const stateOf = (answer: CommandAnswer) => {
  if (!('state' in answer)) throw new Error(JSON.stringify(answer));
  return answer.state;
};

withDatabase((engine) => {
  test('[M17] [M4] whoever leads is cut off at each step: the meeting stays where it is, somebody goes on after a minute, and nothing acts twice', async () => {
    const stages = KINDS.map((kind) => ({
      kind,
      title: kind,
      minutes: 5,
      prompt: '',
      notes: '',
      targets: [],
      teller: null,
    }));
    const { press, felicity, priya, otto, at, meeting_, rev } = await aMeeting(engine.db, {
      stages,
      takeOver: 'anyone',
    });
    let now = Date.parse('2026-11-18T09:10:00Z');
    const passes = (seconds: number) => {
      now += seconds * 1000;
      at(new Date(now).toISOString());
    };
    const shown = async () => {
      const value = (await projectedRoom(engine.db, meeting_))?.value;
      if (!value) throw new Error('no room');
      return value;
    };
    passes(0);
    for (const person of [felicity, priya, otto]) await press(person, { command: 'seen' });
    await press(felicity, { command: 'start' });
    for (const [step, kind] of KINDS.entries()) {
      await press(felicity, { command: 'seen' });
      const inFlight = IN_FLIGHT[step % IN_FLIGHT.length] as Command;
      const sent = { rev: await rev(), key: `in flight at ${kind}` };
      await press(felicity, inFlight, sent);
      const left = await shown();

      passes(59);
      await press(priya, { command: 'seen' });
      expect(await press(priya, { command: 'take-over' }), kind).toHaveProperty('refused');
      passes(1);
      const { current, queueOpen } = await shown();
      expect([current?.stage, current?.timer, queueOpen], kind).toEqual([
        left.current?.stage,
        left.current?.timer,
        left.queueOpen,
      ]);
      const taken = stateOf(await press(priya, { command: 'take-over' }));
      expect([taken.current?.stage, taken.lead.relieved?.from.name], kind).toEqual([
        left.current?.stage,
        'Felicity',
      ]);

      // she is back: what she had sent is answered with how things stand, and what she sends now is of the past
      await press(felicity, { command: 'seen' });
      expect((await press(felicity, inFlight, sent)) as object, kind).toMatchObject({ rev: await rev() });
      expect(await press(felicity, { command: 'next' }, { rev: sent.rev }), kind).toHaveProperty('conflict');
      expect((await shown()).current?.stage, kind).toBe(left.current?.stage);
      await press(priya, { command: 'hand-back' });
      if (step < KINDS.length - 1) await press(felicity, { command: 'next' });
    }
    expect((await shown()).stages.every(({ state }) => state !== 'ahead')).toBe(true);
  });
});
