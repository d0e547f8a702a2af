import { describe, expect, test } from 'vitest';
import { after, aRoom, aStage, by, FELICITY, OTTO, PRIYA } from './a-room.ts';
import type { Capture } from './capture.ts';
import type { CommandName } from './command.ts';
import { decide } from './decide.ts';
import { COMMAND_RULES, factsOfMeeting, factsOfProjection, mayCommand } from './may-command.ts';
import type { Room } from './meeting.ts';
import { driftMs, expectedEnd, isSkipped, trimProposal } from './pace.ts';
import { projectRoom } from './project-room.ts';
import { MOST_STAGES } from './stage.ts';
import { targetShown } from './target.ts';

const started = (room: Room): Room => {
  const answer = decide(room, 'start', {}, 0, by(FELICITY, after(0)));
  if (!('room' in answer)) throw new Error('not started');
  return answer.room;
};

describe('the projection', () => {
  test('[M21] a full room with the longest words in a wide script stays within 32 kB', () => {
    const long = '記'.repeat(2_000);
    const stages = Array.from({ length: MOST_STAGES }, (_, at) => ({
      ...aStage(at + 1),
      title: '記'.repeat(120),
      prompt: '記'.repeat(400),
      targets: Array.from({ length: 60 }, (_, n) => ({
        type: 'moment' as const,
        id: `m${n}`.padEnd(36, 'x'),
        section: null,
      })),
    }));
    const capture = (at: number): Capture => ({
      id: String(at).padStart(36, '0'),
      kind: 'different-view',
      words: long,
      stage: null,
      target: null,
      claim: long.slice(0, 1_000),
      notedBy: PRIYA,
      forPerson: null,
      forLabel: null,
      confirmed: true,
      at: after(at),
      changedAt: null,
    });
    const room = started(
      aRoom(stages, {
        captures: Array.from({ length: 200 }, (_, at) => capture(at)),
        parked: Array.from({ length: 100 }, (_, at) => ({
          id: `p${at}`,
          words: long,
          by: OTTO,
          stage: null,
          target: null,
          at: after(at),
          ending: null,
        })),
      }),
    );
    const shown = projectRoom(room, new Map());
    expect(new TextEncoder().encode(JSON.stringify(shown)).length).toBeLessThanOrEqual(32_000);
    expect(shown.stages).toHaveLength(MOST_STAGES);
    expect(shown.captureCounts['different-view']).toBe(200);
  });

  test('a button is enabled in the browser exactly when the deed would be allowed', () => {
    const planned = aRoom(2);
    for (const room of [planned, started(planned)])
      for (const steers of [true, false])
        for (const name of Object.keys(COMMAND_RULES) as CommandName[]) {
          const actor = { id: PRIYA, steers, analyst: false };
          const now = after(3);
          const shown = JSON.parse(JSON.stringify(projectRoom(room, new Map())));
          expect(mayCommand(factsOfProjection(shown, now), actor, name, now)).toEqual(
            mayCommand(factsOfMeeting(room.meeting, now), actor, name, now),
          );
        }
  });

  test('[M9] a stage just entered is neither ahead nor behind; overtime is behind', () => {
    const room = projectRoom(started(aRoom([aStage(1, 10), aStage(2, 20)])), new Map());
    expect(driftMs(room, after(60))).toBe(0);
    expect(driftMs(room, after(13 * 60))).toBe(3 * 60_000);
    expect(expectedEnd(room, after(13 * 60))).toEqual(after(33 * 60));
    expect(trimProposal({ ...room, minutes: 30 }, after(13 * 60))).toMatchObject({ minutes: 3 });
    expect(trimProposal({ ...room, minutes: 30 }, after(10 * 60 + 30))).toBeNull();
  });

  test('[M9] gone back, a stage entered before is still to come: neither a gain nor spent', () => {
    const moved = (room: Room, name: 'next' | 'back', seconds: number) => {
      const answer = decide(room, name, {}, room.meeting.rev, by(FELICITY, after(seconds)));
      if (!('room' in answer)) throw new Error('not moved');
      return answer.room;
    };
    const there = moved(started(aRoom([aStage(1, 10), aStage(2, 20)])), 'next', 600);
    const room = projectRoom(moved(there, 'back', 660), new Map());
    expect(driftMs(room, after(660))).toBe(0);
    expect(expectedEnd(room, after(660))).toEqual(after(660 + 19 * 60));
  });

  test('[M9] stages passed over are told apart from those to come, and their minutes are a gain', () => {
    const agenda = [aStage(1, 10), aStage(2, 20), aStage(3, 15), aStage(4, 8)];
    const there = started(aRoom(agenda));
    const third = there.stages[2]?.id;
    if (!third) throw new Error('no third stage');
    const answer = decide(there, 'go', { stage: third }, there.meeting.rev, by(FELICITY, after(600)));
    if (!('room' in answer)) throw new Error('not moved');
    const room = projectRoom(answer.room, new Map());
    expect(room.stages.map((stage) => isSkipped(stage, room))).toEqual([false, true, false, false]);
    expect(driftMs(room, after(600))).toBe(-20 * 60_000);
    expect(expectedEnd(room, after(600))).toEqual(after(600 + 23 * 60));
    const late = { ...room, minutes: 20 };
    expect(trimProposal(late, after(600)), 'nothing is taken from what was passed over').toMatchObject({
      stage: { title: room.stages[3]?.title },
    });
    expect(isSkipped(room.stages[1] as never, { ...room, current: null })).toBe(false);
  });

  test('[M16] a spotlight falls back to its section, then to nothing', () => {
    const block = { type: 'block', id: 'b', section: 's' } as const;
    expect(targetShown(block, () => true)).toBe(block);
    expect(targetShown(block, ({ type }) => type === 'section')).toMatchObject({ type: 'section', id: 's' });
    expect(targetShown(block, () => false)).toBeNull();
  });
});
