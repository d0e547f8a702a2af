import { describe, expect, test } from 'vitest';
import { asId, type PersonId } from '#domain/ids.ts';
import type { TurnShown } from './projection.ts';
import { remoteWaiting, type SpokenTurn, type Whereabouts, withSpeaking } from './remote-hands.ts';

const turn = (id: string): TurnShown => ({
  id,
  type: 'question',
  words: '',
  by: { id: asId<PersonId>(`person-${id}`), name: id, letters: id, hue: 1 },
  raisedFor: null,
  target: null,
});
/** "r1" is in the room, "f1" remote, "n1" has not said. */
const whereOf = ({ id }: TurnShown): Whereabouts =>
  id.startsWith('r') ? 'room' : id.startsWith('f') ? 'remote' : null;
const heard = (ids: string) =>
  ids.split(' ').reduce<readonly SpokenTurn[]>((spoken, id) => withSpeaking(spoken, turn(id), whereOf), []);
const waits = (spoke: string, waiting: string) =>
  remoteWaiting(heard(spoke), waiting.split(' ').map(turn), whereOf).map(({ id }) => id);

describe('remote hands', () => {
  test('[M18] three turns in the room while two remote hands wait: they are named, in the order of turns', () => {
    expect(waits('r1 r2 r3', 'f1 r4 f2')).toEqual(['f1', 'f2']);
    expect(waits('f9 r1 r2 r3', 'f1 f2 f3')).toEqual(['f1', 'f2', 'f3']);
  });
  test('two turns, one remote hand, a remote turn among the last, or somebody who has not said where: nothing', () => {
    expect(waits('r1 r2', 'f1 f2')).toEqual([]);
    expect(waits('r1 r2 r3', 'f1 r4 n1')).toEqual([]);
    expect(waits('r1 f1 r2', 'f1 f2')).toEqual([]);
    expect(waits('r1 r2 n1', 'f1 f2')).toEqual([]);
  });
  test('a turn is one, however often it is seen; where its speaker is may become known later', () => {
    expect(heard('r1 r1 r1')).toEqual([{ id: 'r1', where: 'room' }]);
    const unknown = withSpeaking([], turn('x'), () => null);
    expect(withSpeaking(unknown, turn('x'), () => 'room')).toEqual([{ id: 'x', where: 'room' }]);
    // gone home meanwhile: they were in the room when they spoke
    expect(withSpeaking(heard('r1'), turn('r1'), () => null)).toEqual([{ id: 'r1', where: 'room' }]);
    expect(withSpeaking(heard('r1'), null, whereOf)).toEqual([{ id: 'r1', where: 'room' }]);
  });
});
