import { messagesIn } from '#app/components/counted.ts';
import { TextField } from '#app/components/field.tsx';
import type { PreviewRow, SampleMessage } from '#server/import/preview.ts';
import { OneLeftOut } from './left-out-list.tsx';
import { Take } from './section-preview.tsx';

/** A chat pasted into the text: evidence, unless it stays text. */
export const ChatRow = ({ row }: { row: Extract<PreviewRow, { type: 'chat' }> }) => (
  <>
    <Take row={row}>Evidence: {messagesIn(row.count)}</Take>
    <Sample messages={row.sample} more={row.count - row.sample.length} />
    <div className="changes">
      <TextField
        key={`${row.id}-${row.day}`}
        label="Its first day"
        type="date"
        name={`day.${row.id}`}
        defaultValue={row.day}
        hint="Pasted chat has times and no days. Where its clock falls back, the next day begins."
      />
      <input type="hidden" name={`proposed.${row.id}`} value={row.proposed} />
    </div>
    {row.leftOutAsText.length > 0 && (
      <div className="left-out as-text">
        As text it stays without
        <ul>
          {row.leftOutAsText.map((one, at) => (
            <OneLeftOut key={`${at}-${one.line}`} one={one} />
          ))}
        </ul>
      </div>
    )}
  </>
);

export const Sample = ({ messages, more }: { messages: readonly SampleMessage[]; more: number }) => (
  <div className="sample">
    {messages.map((message, at) => (
      <blockquote className="quote" key={at}>
        <span className="src">
          <b>{message.speaker}</b> {message.stated}
        </span>
        {message.text}
      </blockquote>
    ))}
    {more > 0 && <span className="quietly">and {more.toLocaleString('en-GB')} more</span>}
  </div>
);
