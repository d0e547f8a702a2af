import { useEffect, useState } from 'react';
import { useRevalidator } from 'react-router';
import { sendKept } from '#collab/client/send-kept.ts';
import { LeftHere } from './left-here.tsx';

interface Kept {
  person: string;
  review: string;
  document: string;
  mayWrite: boolean;
}

/**
 * On a page to read: what this browser still keeps of this person's is sent, and the page shows it. What is not taken is shown here to
 * those who may not write; others are offered it in place, where they write.
 */
export function LeftOfWriting({ person, review, document, mayWrite }: Kept) {
  const [looks, setLooks] = useState(0);
  const [isSent, setSent] = useState(false);
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const leaving = new AbortController();
    void sendKept(person, document, leaving.signal).then(async (sent) => {
      if (leaving.signal.aborted) return;
      if (sent) await revalidate();
      setSent(sent);
      setLooks((before) => before + 1);
    });
    return () => leaving.abort();
  }, [person, document, revalidate]);
  return (
    <>
      <p className="now-sent" role="status">
        {isSent && 'What you had typed without a network is in the write-up now.'}
      </p>
      {!mayWrite && <LeftHere key={looks} person={person} review={review} />}
    </>
  );
}
