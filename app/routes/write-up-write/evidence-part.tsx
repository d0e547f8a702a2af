import { IconLink } from '@tabler/icons-react';
import { Icon } from '#app/components/icon.tsx';
import { Quotation } from '#app/components/writing/quotation.tsx';
import { messageAddress, useWritingFacts } from '#app/components/writing/surroundings.tsx';
import { useMessages } from '#app/components/writing/use-messages.ts';
import { useSession } from '#app/components/writing/use-session.tsx';
import { linkEvidence, unlinkEvidence } from '#collab/document/links.ts';

type Entry = { family: 'findings' | 'moments'; id: string };

/** The messages an entry rests on. */
export function EvidencePart({ family, id, evidence }: Entry & { evidence: readonly string[] }) {
  const { open, notice } = useSession();
  const { review } = useWritingFacts();
  const messages = useMessages(review, evidence);
  const takeOff = (message: string) => {
    unlinkEvidence(open.doc, family, id, message);
    notice.set({
      words: 'It no longer rests on this message.',
      undo: () => linkEvidence(open.doc, family, id, message),
    });
  };
  if (evidence.length === 0) return null;
  return (
    <div className="evidence">
      <p className="entry-label">
        Evidence <span className="quietly">unchanged</span>
      </p>
      {evidence.map((message) => {
        const known = messages[message];
        return (
          <div key={message} className="linked-message">
            {known ? (
              <Quotation message={known} href={messageAddress(review, message)} />
            ) : (
              <p className="quietly small">A message that is not here any more</p>
            )}
            <button type="button" className="btn quiet small" onClick={() => takeOff(message)}>
              Take off
            </button>
          </div>
        );
      })}
    </div>
  );
}

/** Rests an entry on a message of the evidence. */
export function AddEvidence({ family, id }: Entry) {
  const { asking } = useSession();
  return (
    <button
      type="button"
      className="btn quiet small add"
      onClick={() => asking.set({ kind: 'evidence', family, id })}
    >
      <Icon of={IconLink} />
      Add evidence
    </button>
  );
}
