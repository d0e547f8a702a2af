/** For tests of the action session's pages: a room whose state and whose board are moved apart from one another. */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { onTestFinished } from 'vitest';
import type { SessionShown } from '#domain/action-session/command.ts';
import type { IdeaShown, SessionBoard } from '#server/actions/read-session-board.ts';
import { type RoomCommand, type RoomContext, RoomProvider, type Sent } from '../room-context.ts';
import { type RoomUi, RoomUiProvider } from '../room-ui.ts';
import { SessionStage } from './session-stage.tsx';
import { BoardProvider } from './use-board.ts';

export const anIdea = (part: Partial<IdeaShown> = {}): IdeaShown => ({
  id: 'idea-1',
  mark: '0000000000000001',
  words: 'Restore last night’s copy',
  by: 'Otto',
  group: '',
  answers: null,
  decision: null,
  reason: '',
  item: null,
  merged: [],
  fixed: [],
  ...part,
});

const UNSEALED: SessionShown = {
  unsealed: true,
  openIdea: null,
  ideas: 1,
  decided: 0,
  groups: 0,
  outcome: null,
};

const BOARD: SessionBoard = { rev: 1, captures: [], ideas: [], outcome: null, owners: [], trackers: [] };

export interface Shown {
  step: Parameters<typeof SessionStage>[0]['step'];
  session?: Partial<SessionShown>;
  /** Null: it has not come yet. */
  board?: Partial<SessionBoard> | null;
  /** The room's; a board that says nothing else is of 1. */
  rev?: number;
}

/** One screen of who leads; `answer` says how the oldest command without an answer ended. */
export async function aScreen(first: Shown) {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const body = document.body.appendChild(document.createElement('div'));
  const root = createRoot(body);
  onTestFinished(() => act(async () => root.unmount()));
  const sent: RoomCommand[] = [];
  const waiting: ((sent: Sent) => void)[] = [];
  const send = (command: RoomCommand) => {
    sent.push(command);
    return new Promise<Sent>((resolve) => waiting.push(resolve));
  };
  const ui = { face: 'full', chosen: null, choose: () => {}, say: () => {} } as unknown as RoomUi;
  const show = ({ step, session, board, rev = 1 }: Shown) =>
    act(async () => {
      const room = {
        room: {
          id: 'm',
          reviewId: 'r',
          kind: 'action',
          rev,
          sealedCount: 0,
          session: { ...UNSEALED, ...session },
        },
        phase: 'live',
        own: { actor: { id: 'felicity', steers: true }, ideas: [] },
        writeUp: {
          findings: [
            { id: 'f1', kind: 'contributor', title: 'Two windows looked alike', blocks: [] },
            { id: 'f2', kind: 'contributor', title: 'Nobody counted', blocks: [] },
          ],
        },
        send,
      } as unknown as RoomContext;
      root.render(
        <RoomProvider value={room}>
          <RoomUiProvider value={ui}>
            <BoardProvider value={board === null ? null : { ...BOARD, ...board }}>
              <SessionStage step={step} />
            </BoardProvider>
          </RoomUiProvider>
        </RoomProvider>,
      );
    });
  await show(first);
  const field = (label: string) => {
    const found = [...body.querySelectorAll('label')].find((each) => each.textContent?.startsWith(label));
    return document.getElementById(found?.htmlFor ?? '') as HTMLInputElement;
  };
  return {
    body,
    sent,
    show,
    words: () => body.textContent ?? '',
    field,
    write: (label: string, words: string) =>
      act(async () => {
        const input = field(label);
        const prototype = Object.getPrototypeOf(input) as object;
        Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(input, words);
        input.dispatchEvent(new Event(input.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
      }),
    press: (words: string) =>
      act(async () => [...body.querySelectorAll('button')].find((one) => one.textContent === words)?.click()),
    pick: (radio: RegExp) =>
      act(async () =>
        [...body.querySelectorAll('label')]
          .find((each) => radio.test(each.textContent ?? ''))
          ?.querySelector('input')
          ?.click(),
      ),
    answer: (how: Sent = { done: true }) => act(async () => waiting.shift()?.(how)),
  };
}
