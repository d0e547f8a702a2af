import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { STAGE_KIND_WORDS } from '#domain/meeting/stage.ts';
import { AroundChip } from './around-chip.tsx';
import { LookAt } from './look-at.tsx';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';
import { StageBody } from './stage-body.tsx';
import { TellerSteps } from './teller-steps.tsx';
import { stepNow } from './walk.ts';
import { WhereTheGroupIs } from './where-the-group-is.tsx';

/** The centre: the write-up's own content as the group looks at it, or as I do while I look around. */
export function Stage() {
  const { room, writeUp } = useRoom();
  const { view, walked } = useRoomUi();
  // a step of an action session is one long page: scrolling in it is not looking around
  const shown = view.shown;
  const stage = room.stages.find(({ id }) => id === shown?.stage);
  const isRead = stage?.kind === 'reading' && view.around === null;
  const scroller = useFollowedScroll(room.kind === 'review', isRead);
  if (!shown) return null;
  const step = stepNow(shown, writeUp, walked);
  const kindWords = stage && STAGE_KIND_WORDS[stage.kind] !== stage.title && STAGE_KIND_WORDS[stage.kind];
  return (
    <div className="stage" ref={scroller}>
      <div className="hd">
        <span>
          {[kindWords, step && step.of > 1 && `${step.at + 1} of ${step.of}`].filter(Boolean).join(', ')}
        </span>
        {room.kind === 'review' && <LookAt />}
        <WhereTheGroupIs />
      </div>
      <h2 id="stage-title" tabIndex={-1}>
        {stage?.title}
      </h2>
      <AroundChip />
      <TellerSteps />
      <StageBody current={shown} kind={stage?.kind ?? 'prompt'} />
      {room.kind === 'review' && (
        <p className="purpose">
          <span>We are here to learn how it looked from inside. Fixes can wait; they are kept, sealed.</span>
          <Link className="link" to={`/reviews/${room.reviewId}`} target="_blank">
            Open in the write-up
          </Link>
        </p>
      )}
    </div>
  );
}

const OWN_SCROLL_PX = 160;
const SETTLING_MS = 700;

/**
 * Brings the spotlit thing into view when the group moves; a longer scroll of one's own is looking around.
 * @param isRead everyone reads at a place of their own, which the text keeps itself: nothing is brought, nobody leaves by scrolling
 */
function useFollowedScroll(isReview: boolean, isRead: boolean) {
  const scroller = useRef<HTMLDivElement>(null);
  const { view } = useRoomUi();
  const anchor = useRef<{ top: number; settled: number; place: string | null }>({
    top: 0,
    settled: 0,
    place: null,
  });
  const place = `${view.shown?.stage} ${view.around?.id ?? view.shown?.spotlight?.id ?? ''}`;

  useEffect(() => {
    const box = scrollBoxOf(scroller.current);
    if (!box || anchor.current.place === place) return;
    const first = anchor.current.place === null;
    anchor.current.place = place;
    if (first || isRead) return;
    box.scrollTo({ top: topOf(scroller.current, box), behavior: 'instant' });
    anchor.current = { top: box.scrollTop, settled: Date.now() + SETTLING_MS, place };
  }, [place, isRead]);

  const isLeftByScrolling = isReview && !isRead;
  const { mode, scrolled } = view;
  useEffect(() => {
    const box = scrollBoxOf(scroller.current);
    if (!box || !isLeftByScrolling) return;
    const onScroll = () => {
      if (Date.now() < anchor.current.settled) anchor.current.top = box.scrollTop;
      else if (mode === 'following' && Math.abs(box.scrollTop - anchor.current.top) > OWN_SCROLL_PX)
        scrolled();
    };
    box.addEventListener('scroll', onScroll, { passive: true });
    return () => box.removeEventListener('scroll', onScroll);
  }, [mode, scrolled, isLeftByScrolling]);
  return scroller;
}

const scrollBoxOf = (stage: HTMLElement | null) => stage?.closest<HTMLElement>('.stage-scroll') ?? null;

function topOf(stage: HTMLElement | null, box: HTMLElement): number {
  const lit = stage?.querySelector<HTMLElement>('.lit');
  if (!lit) return 0;
  const top = lit.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
  return top < box.clientHeight * 0.6 ? 0 : top - 80;
}
