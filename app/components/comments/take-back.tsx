import { useState } from 'react';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { Refusal } from '../refusal.tsx';
import { useComments } from './use-comments.tsx';

/** Asks before words go for good. */
export function TakeBack({ comment }: { comment: string }) {
  const feed = useComments();
  const [asking, setAsking] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const takeBack = async () => {
    const done = await feed.send({ do: 'take back', comment });
    if (typeof done.refused === 'string') setRefused(done.refused);
    else setAsking(false);
  };
  return (
    <>
      <button type="button" className="linkish" onClick={() => setAsking(true)}>
        Take back
      </button>
      <ConfirmDialog
        open={asking}
        title="Take this comment back?"
        onClose={() => setAsking(false)}
        leave="Keep it"
        actions={
          <button type="button" className="btn main" onClick={() => void takeBack()}>
            Take it back
          </button>
        }
      >
        <p>Its words are gone for good, for everybody. Answers to it stay.</p>
        <Refusal sentence={refused} />
      </ConfirmDialog>
    </>
  );
}
