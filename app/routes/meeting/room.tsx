import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import './room.css';
import './foot.css';
import './stage.css';
import './floor.css';
import './presence.css';
import './room-narrow.css';
import './room-one-hand.css';
import './screen-panel.css';
import './companion.css';
import type { Presence } from '#collab/document/presence.ts';
import type { RoomState } from '#domain/meeting/own-room.ts';
import type { PersonShown } from '#domain/meeting/projection.ts';
import type { Target } from '#domain/meeting/target.ts';
import type { WriteUp } from '#domain/write-up.ts';
import { SessionProvider } from './action-session/session-provider.tsx';
import { Announcer } from './announcer.tsx';
import { Companion } from './companion.tsx';
import { ConnectionBar } from './connection-bar.tsx';
import {
  AgendaDialogSoon,
  FacilitatorsDialogSoon,
  KeysDialogSoon,
  ScreenDialogSoon,
} from './dialogs-soon.tsx';
import { type Drafts, draftOf, isBegun } from './drafts.ts';
import { EndDialog } from './end-dialog.tsx';
import { GuestsDialog } from './guests-panel.tsx';
import { handOf } from './hand.ts';
import { isUnsent, useOwnBoxes } from './inputs/own-boxes.ts';
import { type RoomContext, RoomProvider } from './room-context.ts';
import { RoomFaces } from './room-faces.tsx';
import { type Dialog, type FloorTab, type Left, type RoomUi, RoomUiProvider, type Where } from './room-ui.ts';
import type { ServerClock } from './server-clock.ts';
import { forEverybody } from './shared-face.ts';
import { type ComposingUi, useComposing } from './use-composing.ts';
import { useAskedOnLeaving, useDrafts } from './use-drafts.ts';
import { type RoomFace, useFace } from './use-face.ts';
import { useFollowing } from './use-following.ts';
import { useRemoteHands } from './use-remote-hands.ts';
import { useRoomFacts } from './use-room-facts.ts';
import { RoomKeysProvider, useKeyboard } from './use-room-keys.ts';
import { useRoomTitle } from './use-room-title.ts';
import { useWalked } from './use-walked.ts';
import { WithScreen } from './with-screen.tsx';

export interface RoomPage {
  initial: RoomState;
  me: PersonShown;
  /** The server's clock when the page was made, in ms. */
  now: number;
  zone: string;
  reviewTitle: string;
  writeUp: WriteUp;
  /** The zone the write-up tells its moments in. */
  momentZone: string;
}

/** One room, three faces and any width: what everyone shares, then what is this person's alone. */
export function Room(page: RoomPage) {
  const [face, setFace, isChosen] = useFace(page.initial.own.actor.guest === true);
  const { facts, setPresence, retry } = useRoomFacts(page, !isChosen || face === 'shared');
  return (
    <RoomFloor
      facts={face === 'shared' ? forEverybody(facts) : facts}
      setPresence={setPresence}
      face={face}
      setFace={setFace}
    >
      <ConnectionBar retry={retry} />
    </RoomFloor>
  );
}

/** The room from its facts, wherever they come from: the server, or a rehearsal. `children` stand above it. */
export function RoomFloor({
  facts,
  setPresence = noPresence,
  face = 'full',
  setFace = noFace,
  children,
}: {
  facts: RoomContext & { notice?: string | null };
  setPresence?: (presence: Presence) => void;
  face?: RoomFace;
  setFace?: (face: RoomFace) => void;
  children: ReactNode;
}) {
  const view = useFollowing(facts.room.current);
  const walked = useWalked(facts.room.current);
  const composing = useComposing();
  const drafts = useDrafts(facts.rehearses ? null : `${facts.own.actor.id}:room:${facts.room.id}`);
  const [chosen, choose] = useState<Target | null>(null);
  const [tab, showTab] = useState<FloorTab>(facts.room.kind === 'action' ? 'bearing' : 'queue');
  const [dialog, openDialog] = useState<Dialog | null>(null);
  const [sentence, setSentence] = useState('');
  const [remarked, remark] = useRemark();
  const putAway = usePutAway(composing, drafts.drafts, remark);
  const [keysOn, setKeysOn] = useKeysChoice();
  const keys = useKeyboard(keysOn, handOf(facts), remark);
  const say = useCallback((words: string) => words && setSentence(words), []);
  const [where, setWhere] = useState<Where | null>(null);
  const [left, openLeft] = useState<Left | null>(null);
  const [claimHere, setClaimHere] = useState('');
  const arrival = useArrival(facts.clock);
  const remoteHands = useRemoteHands(facts, say);
  const following = view.mode !== 'browsing' && view.mode !== 'staying';
  useEffect(() => setPresence({ following, where }), [following, where, setPresence]);
  useForgetChosen(facts.room.current?.stage, choose);
  useRoomTitle(facts);
  const boxes = useOwnBoxes(facts.room, facts.own.actor.id);
  useAskedOnLeaving(!facts.rehearses && boxes.some(({ held }) => isUnsent(held)));
  const ui = useMemo(
    () => ({
      view,
      walked,
      ...composing,
      ...drafts,
      putAway,
      chosen,
      choose,
      tab,
      showTab,
      say,
      remark,
      remoteHands,
      openDialog,
      claimHere,
      setClaimHere,
      left,
      openLeft,
      where,
      setWhere,
      arrival,
      face,
      setFace,
    }),
    [
      view,
      walked,
      composing,
      drafts,
      putAway,
      chosen,
      tab,
      say,
      remark,
      remoteHands,
      claimHere,
      left,
      where,
      arrival,
      face,
      setFace,
    ],
  );
  return (
    <RoomProvider value={facts}>
      <RoomUiProvider value={ui}>
        <RoomKeysProvider value={keys}>
          {children}
          <SessionProvider>
            <WithScreen>
              {face === 'full' ? (
                <RoomFaces notice={facts.notice ?? null} remark={remarked} />
              ) : (
                <Companion notice={facts.notice ?? null} remark={remarked} />
              )}
              <ScreenDialogSoon open={dialog === 'screen'} />
            </WithScreen>
          </SessionProvider>
          <Announcer sentence={sentence} />
          <EndDialog open={dialog === 'end'} />
          <AgendaDialogSoon open={dialog === 'agenda'} />
          <FacilitatorsDialogSoon open={dialog === 'facilitators'} />
          <GuestsDialog open={dialog === 'guests'} />
          <KeysDialogSoon open={dialog === 'keys'} on={keysOn} setOn={setKeysOn} />
        </RoomKeysProvider>
      </RoomUiProvider>
    </RoomProvider>
  );
}

const noPresence = () => {};
const noFace = () => {};

function useArrival(clock: ServerClock): RoomUi['arrival'] {
  const [joined, setJoined] = useState<number | null>(() => clock.now());
  return useMemo(() => ({ joined, putAway: () => setJoined(null) }), [joined]);
}

/** What was chosen on one stage means nothing on the next. */
function useForgetChosen(stage: string | undefined, choose: (target: null) => void) {
  useEffect(() => choose(null), [stage, choose]);
}

/** Closes the open form and says, where something was typed, that it is not gone. */
function usePutAway(
  { compose, composed }: ComposingUi,
  drafts: Drafts,
  remark: (sentence: string) => void,
): () => void {
  const name = draftOf(composed.open);
  const waits = name !== null && isBegun(name, drafts[name]);
  return useCallback(() => {
    compose(null);
    if (waits) remark('Put away, not kept yet. Your words wait here in this tab.');
  }, [compose, waits, remark]);
}

const REMARK_STAYS_MS = 6_000;

function useRemark(): [string | null, (sentence: string | null) => void] {
  const [shown, show] = useState<string | null>(null);
  useEffect(() => {
    const timer = shown === null ? undefined : setTimeout(() => show(null), REMARK_STAYS_MS);
    return () => clearTimeout(timer);
  }, [shown]);
  return [shown, show];
}

const KEYS_CHOICE = 'soak.room-keys';

/** Single keys on or off, kept in this browser. */
function useKeysChoice(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(true);
  useEffect(() => setOn(localStorage.getItem(KEYS_CHOICE) !== 'off'), []);
  const keep = (next: boolean) => {
    setOn(next);
    localStorage.setItem(KEYS_CHOICE, next ? 'on' : 'off');
  };
  return [on, keep];
}
