import { useEffect, useState } from 'react';
import { editorSchema } from '#collab/document/editor-schema.ts';
import { freshId } from '#collab/document/fresh-id.ts';
import { linkEvidence } from '#collab/document/links.ts';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { TextField } from '../field.tsx';
import { thingsOf, wordsOrThings } from './came-along.tsx';
import { insert } from './menu-items.ts';
import { instantWords, type QuotedMessage, useWritingFacts } from './surroundings.tsx';
import { useMessagesFound } from './use-messages-found.ts';
import { useSession, useStore } from './use-session.tsx';
import type { Asking } from './writing-session.ts';

/** Finds a message of the evidence: to quote it in the text, or to rest a finding or moment on it. */
export function MessageDialog() {
  const { asking, open } = useSession();
  const shown = useStore(asking);
  if (!shown || shown.kind === 'picture') return null;
  const close = () => {
    asking.set(null);
    if ('view' in shown) shown.view.focus();
  };
  const choose = (message: QuotedMessage) => {
    if (shown.kind === 'evidence') linkEvidence(open.doc, shown.family, shown.id, message.id);
    else quote(shown, message);
    close();
  };
  return <FindMessage onChoose={choose} onClose={close} />;
}

function quote(
  { view }: Extract<Asking, { view: unknown }>,
  { id, speaker, source, at, text }: QuotedMessage,
): void {
  const said = source === '' ? speaker : `${source}, ${speaker}`;
  insert(view, editorSchema.node('evidence', { id: freshId(), message: id, speaker: said, at, text }));
}

function FindMessage({
  onChoose,
  onClose,
}: {
  onChoose: (message: QuotedMessage) => void;
  onClose: () => void;
}) {
  const { review, zone } = useWritingFacts();
  const [asked, setAsked] = useState('');
  const found = useMessagesFound(review, asked);
  const [settled, setSettled] = useState(false);
  useEffect(() => setSettled(found !== null), [found]);
  return (
    <ConfirmDialog open title="Quote a message" onClose={onClose} actions={null}>
      <TextField
        label="Words in it, or who said it"
        value={asked}
        onChange={(event) => setAsked(event.target.value)}
        autoFocus
        autoComplete="off"
      />
      <ul className="found-messages" aria-label="Messages found">
        {(found ?? []).map((message) => (
          <li key={message.id}>
            <button type="button" onClick={() => onChoose(message)}>
              <span className="src">
                {message.source} {message.speaker} {message.at && instantWords(message.at, zone, true)}
              </span>
              {wordsOrThings(message.text, thingsOf(message, review))}
            </button>
          </li>
        ))}
      </ul>
      {settled && found?.length === 0 && (
        <p className="empty">
          {asked === ''
            ? 'No evidence has been brought in yet. Bring in a chat export under Evidence, then quote from it here.'
            : 'No message has these words.'}
        </p>
      )}
    </ConfirmDialog>
  );
}
