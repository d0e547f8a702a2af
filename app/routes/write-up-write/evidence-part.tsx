import { IconLink } from '@tabler/icons-react';
import { Icon } from '#app/components/icon.tsx';
import { Quotation } from '#app/components/writing/quotation.tsx';
import { messageAddress, useWritingFacts } from '#app/components/writing/surroundings.tsx';
import { useMessages } from '#app/components/writing/use-messages.ts';
import { useSession } from '#app/components/writing/use-session.tsx';
import { linkEvidence, unlinkEvidence } from '#collab/document/links.ts';

/** The messages an entry rests on, and how to add one. */
export function EvidencePart({
  family,
  id,
  evidence,
}: {
  family: 'findings' | 'moments';
  id: string;
  evidence: readonly string[];
}) {
  const { open, asking, notice } = useSession();
  const { review } = useWritingFacts();
  const messages = useMessages(review, evidence);
  const takeOff = (message: string) => {
    unlinkEvidence(open.doc, family, id, message);
    notice.set({
      words: 'It no longer rests on this message.',
      undo: () => linkEvidence(open.doc, family, id, message),
    });
  };
  return (
    <div className="evidence">
      {evidence.length > 0 && (
        <h4>
          Evidence <span className="quietly">unchanged</span>
        </h4>
      )}
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
      <button
        type="button"
        className="btn quiet small add"
        onClick={() => asking.set({ kind: 'evidence', family, id })}
      >
        <Icon of={IconLink} />
        Add evidence
      </button>
    </div>
  );
}
