import { isInput, type PollCount } from './inputs.ts';
import type { Room } from './meeting.ts';
import { cut, type People, shownPerson } from './project-room.ts';
import type { InputsShown, TextShown } from './projection.ts';

/** What has been shown or counted in the current stage; nothing at all before that, not even whether there is something (U2). */
export function inputsShown(
  { meeting, stages, inputs }: Room,
  people: People,
  most: { texts: number; words: number },
): InputsShown | null {
  if (meeting.phase !== 'live' && meeting.phase !== 'paused') return null;
  const stage = stages.find(({ id }) => id === meeting.current);
  if (stage === undefined || !isInput(stage.kind)) return null;
  const shown = stage.opened ? inputs.shown.filter((text) => text.stage === stage.id) : [];
  return {
    stage: stage.id,
    opened: stage.opened,
    texts: shown.slice(0, most.texts).map((text) => textShown(text, people, most.words)),
    textCount: shown.length,
    counts: stage.opened ? countsOf(inputs.counts, stage.id) : [],
  };
}

/** @param most characters of its words; whole when left out */
export const textShown = (
  text: Room['inputs']['shown'][number],
  people: People,
  most = Number.POSITIVE_INFINITY,
): TextShown => ({
  id: text.id,
  // hidden is hidden from everyone
  words: text.hidden === null ? cut(text.words, most) : '',
  isCut: text.hidden === null && text.words.length > most,
  by: text.by === null ? null : shownPerson(people, text.by),
  hidden: text.hidden,
});

export const countsOf = (counts: Room['inputs']['counts'], stage: string): PollCount[] =>
  counts.filter((one) => one.stage === stage).map(({ choice, count }) => ({ choice, count }));
