import { refuse } from '#domain/refused.ts';
import type { Room } from '../meeting.ts';
import { addToTimer, pauseTimer, runTimer, type Timer } from '../timer.ts';
import { type Act, done, standing } from './act.ts';

const LONGEST_CHANGE_SECONDS = 3_600;

const timerStart: Act<'timer-start'> = (room, _, { now }) => {
  const { timer } = standing(room.meeting);
  return timer.state === 'running'
    ? refuse('The timer is running.')
    : done(withTimer(room, runTimer(timer, now)));
};

const timerPause: Act<'timer-pause'> = (room, _, { now }) => {
  const { timer } = standing(room.meeting);
  return timer.state === 'paused'
    ? refuse('The timer is paused.')
    : done(withTimer(room, pauseTimer(timer, now)));
};

const timerAdd: Act<'timer-add'> = (room, { seconds }, { now }) => {
  if (!Number.isInteger(seconds) || seconds === 0 || Math.abs(seconds) > LONGEST_CHANGE_SECONDS)
    return refuse('The timer can be changed by up to an hour at a time.');
  return done(withTimer(room, addToTimer(standing(room.meeting).timer, seconds * 1000, now)), { seconds });
};

const withTimer = (room: Room, timer: Timer): Room => ({
  ...room,
  meeting: { ...standing(room.meeting), timer },
});

export const TIMING = { 'timer-start': timerStart, 'timer-pause': timerPause, 'timer-add': timerAdd };
