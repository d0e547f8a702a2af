import { SelectField, TextField, Tick } from '#app/components/field.tsx';
import { FINDING_WORD, FindingKindLabel } from '#app/components/finding-mark.tsx';
import { MOMENT_WORD, MomentKindLabel } from '#app/components/moment-mark.tsx';
import { FINDING_KINDS, MOMENT_KINDS } from '#domain/write-up.ts';
import type { Preview, PreviewRow } from '#server/import/preview.ts';
import { ChatRow } from './chat-row.tsx';
import { MomentTimes } from './moment-times.tsx';

type Section = Preview['sections'][number];
type Row<Type extends PreviewRow['type']> = Extract<PreviewRow, { type: Type }>;

/** One section: what stays text, and what is taken out of it. */
export const SectionPreview = ({ section, zone }: { section: Section; zone: string }) => (
  <section className="section-preview">
    <h2>{section.title}</h2>
    {section.rows.length === 0 && <p className="quietly">A heading without text of its own.</p>}
    <ul>
      {section.rows.map((row, at) => (
        <li
          key={row.type === 'text' ? `text-${at}` : row.id}
          className={`becomes becomes-${row.type}${losesAsText(row) ? ' loses' : ''}`}
        >
          <OneRow row={row} zone={zone} />
        </li>
      ))}
    </ul>
  </section>
);

const losesAsText = (row: PreviewRow) => row.type === 'chat' && row.leftOutAsText.length > 0;

function OneRow({ row, zone }: { row: PreviewRow; zone: string }) {
  switch (row.type) {
    case 'text':
      return <KeptText row={row} />;
    case 'moment':
      return <MomentRow row={row} zone={zone} />;
    case 'finding':
      return <FindingRow row={row} />;
    case 'chat':
      return <ChatRow row={row} />;
  }
}

const KeptText = ({ row }: { row: Row<'text'> }) => (
  <>
    <p className="said">{row.excerpt || 'A picture or a line.'}</p>
    {row.words > 0 && (
      <span className="quietly">
        stays text, {row.words} {row.words === 1 ? 'word' : 'words'}
      </span>
    )}
  </>
);

const MomentRow = ({ row, zone }: { row: Row<'moment'>; zone: string }) => (
  <>
    <Take row={row}>
      <MomentKindLabel kind={row.kind}>{row.stated}</MomentKindLabel>
    </Take>
    <p className="said">{row.text}</p>
    <div className="changes">
      <SelectField label="Kind" name={`kind.${row.id}`} defaultValue={row.kind}>
        {MOMENT_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {MOMENT_WORD[kind]}
          </option>
        ))}
      </SelectField>
      <MomentTimes row={row} zone={zone} />
    </div>
  </>
);

const FindingRow = ({ row }: { row: Row<'finding'> }) => (
  <>
    <Take row={row}>
      <FindingKindLabel kind={row.kind} />
    </Take>
    <p className="said">
      {row.titleMissing ? null : <strong>{row.title} </strong>}
      {row.text}
    </p>
    <div className="changes">
      <SelectField label="Kind" name={`kind.${row.id}`} defaultValue={row.kind}>
        {FINDING_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {FINDING_WORD[kind]}
          </option>
        ))}
      </SelectField>
      {row.titleMissing && (
        <TextField
          label="A title, in your words"
          name={`title.${row.id}`}
          defaultValue={row.title}
          maxLength={400}
        />
      )}
    </div>
  </>
);

/** The tick that takes a proposal. Unticked, its text stays where it was. */
export const Take = ({
  row,
  children,
}: {
  row: { id: string; line: number; take: boolean };
  children: React.ReactNode;
}) => (
  <span className="take">
    <Tick name={`take.${row.id}`} defaultChecked={row.take}>
      {children}
    </Tick>
    <span className="quietly stays">stays text</span>
    <span className="quietly">line {row.line}</span>
  </span>
);
