import { useId } from 'react';
import { BearingOnIdea } from './action-session/bearing.tsx';
import { Captured } from './captured.tsx';
import { LastCaptured } from './last-captured.tsx';
import { NotedLine } from './noted-line.tsx';
import { ParkedList } from './parked-list.tsx';
import { Pitfalls } from './pitfalls.tsx';
import { Queue } from './queue.tsx';
import { useRoom } from './room-context.ts';
import { type FloorTab, useRoomUi } from './room-ui.ts';
import { SealedLine } from './sealed-line.tsx';
import { WaitingWords } from './waiting-words.tsx';

/** Right: who speaks and who waits, what was captured, what was parked, how many ideas are sealed. */
export function Floor() {
  const { room, own, phase } = useRoom();
  const { tab, showTab } = useRoomUi();
  const id = useId();
  const tabs: { name: FloorTab; words: string; count: number }[] = [
    ...(room.kind === 'action' ? [{ name: 'bearing' as const, words: 'Beside it', count: 0 }] : []),
    // after the end nobody waits
    { name: 'queue', words: 'Queue', count: phase === 'ended' ? 0 : room.waitingCount },
    {
      name: 'captured',
      words: 'Captured',
      count: Object.values(room.captureCounts).reduce((sum, count) => sum + count, own.unconfirmed.length),
    },
    { name: 'parked', words: 'Parked', count: room.parkedCount },
  ];
  const step = (from: FloorTab, by: number) => {
    const place = tabs.findIndex(({ name }) => name === from);
    const to = tabs[(place + by + tabs.length) % tabs.length];
    if (!to) return;
    showTab(to.name);
    document.getElementById(`${id}-${to.name}`)?.focus();
  };
  return (
    <>
      <NotedLine />
      <div className="tabs" role="tablist" aria-label="Floor">
        {tabs.map(({ name, words, count }) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-${name}`}
            aria-selected={tab === name}
            aria-controls={`${id}-panel`}
            tabIndex={tab === name ? 0 : -1}
            onClick={() => showTab(name)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowRight') step(name, 1);
              if (event.key === 'ArrowLeft') step(name, -1);
            }}
          >
            {words}
            {count > 0 && <b>{count}</b>}
          </button>
        ))}
      </div>
      <div
        className="tabpanel"
        role="tabpanel"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel that scrolls is reached with the keyboard too
        tabIndex={0}
        id={`${id}-panel`}
        aria-labelledby={`${id}-${tab}`}
      >
        {tab === 'bearing' && <BearingOnIdea />}
        {tab === 'queue' && <Queue />}
        {tab === 'captured' && <Captured />}
        {tab === 'parked' && <ParkedList />}
      </div>
      {tab === 'queue' && <LastCaptured />}
      <WaitingWords />
      <SealedLine />
      <Pitfalls />
    </>
  );
}
