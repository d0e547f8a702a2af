import { useEffect, useState } from 'react';
import { askJson } from '#app/components/ask-json.ts';
import { ChatStretches } from '#app/components/chat-stretches.tsx';
import type { ChatStretch } from '#domain/meeting/chat-stretch.ts';
import type { Moment } from '#domain/write-up.ts';
import { OnStage } from './on-stage.tsx';
import { useRoom } from './room-context.ts';

/** What was said around a moment, with its silences. Evidence comes over HTTP, to those alone who may read it. */
export function ChatOnStage({ moment }: { moment: Moment }) {
  const { momentZone } = useRoom();
  const heard = useChat(moment.id);
  return (
    <OnStage target={{ type: 'chat', id: moment.id, section: null }} label="Chat">
      {heard === 'asked' ? (
        <p className="quietly" role="status">
          Fetching what was said …
        </p>
      ) : (
        <ChatStretches stretches={heard} zone={momentZone} />
      )}
    </OnStage>
  );
}

function useChat(moment: string): readonly ChatStretch[] | null | 'asked' {
  const { room } = useRoom();
  const [heard, setHeard] = useState<readonly ChatStretch[] | null | 'asked'>('asked');
  useEffect(() => {
    let gone = false;
    setHeard('asked');
    void askJson<{ stretches: ChatStretch[] }>(`/meetings/${room.id}/chat.json?moment=${moment}`).then(
      (answer) => {
        if (!gone) setHeard(answer?.stretches ?? null);
      },
    );
    return () => {
      gone = true;
    };
  }, [room.id, moment]);
  return heard;
}
