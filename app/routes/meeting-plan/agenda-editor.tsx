import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { Icon } from '#app/components/icon.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { presentedWords, type Sources } from '#app/components/source-choices.ts';
import { SourceTicks } from '#app/components/source-ticks.tsx';

import {
  LONGEST_NOTES,
  LONGEST_PROMPT,
  LONGEST_STAGE_TITLE,
  STAGE_KIND_WORDS,
} from '#domain/meeting/stage.ts';
import { ADDABLE_KINDS } from '#domain/meeting/stage-prompts.ts';
import { hasSources } from '#domain/meeting/stage-sources.ts';
import { type AgendaRow, keptOf } from './agenda-rows.ts';
import type { PersonChoice } from './people-picker.tsx';

/** The agenda, drafted from the write-up and open to every change. Buttons submit, so it works without JavaScript too. */
export function AgendaEditor({
  rows,
  minutes,
  people,
  sources,
  hidesNotes,
  mayAskPeople,
  refused,
}: {
  rows: readonly AgendaRow[];
  minutes: string;
  people: readonly PersonChoice[];
  /** What stages are made from. */
  sources: Sources;
  /** P6: the notes of stages that are there already are its facilitators' alone. */
  hidesNotes: boolean;
  /** A review meeting: any of its kinds of stage can be added. */
  mayAskPeople: boolean;
  refused?: string | undefined;
}) {
  const planned = rows.reduce((sum, row) => sum + (Number(row.minutes) || 0), 0);
  return (
    <fieldset className="agenda-editor">
      <legend className="sr">Agenda</legend>
      <input type="hidden" name="rows" value={rows.length} />
      <p className="quietly small" role="status">
        {planned} of {minutes || '0'} minutes
      </p>
      <Refusal sentence={refused} />
      <ol>
        {rows.map((row, at) => (
          // A row's place and what it carries tell it from others; a press gives the form a new list.
          <Row
            key={`${at} ${keptOf(row)} ${row.title}`}
            row={row}
            at={at}
            last={at === rows.length - 1}
            people={people}
            sources={sources}
            hidesNotes={hidesNotes && row.id !== undefined}
          />
        ))}
      </ol>
      <div className="acts">
        {mayAskPeople && (
          <select className="input" name="add-kind" defaultValue="prompt" aria-label="What the new stage is">
            {ADDABLE_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {STAGE_KIND_WORDS[kind]}
              </option>
            ))}
          </select>
        )}
        <button type="submit" className="btn small" name="press" value="add" formNoValidate>
          <Icon of={IconPlus} />
          Add a stage
        </button>
      </div>
    </fieldset>
  );
}

function Row({
  row,
  at,
  last,
  people,
  sources,
  hidesNotes,
}: {
  row: AgendaRow;
  at: number;
  last: boolean;
  people: readonly PersonChoice[];
  sources: Sources;
  hidesNotes: boolean;
}) {
  const name = (field: string) => `row.${at}.${field}`;
  const called = row.title || `stage ${at + 1}`;
  return (
    <li>
      <input type="hidden" name={name('kept')} value={keptOf(row)} />
      <div className="line">
        <input
          className="input stage-name"
          name={name('title')}
          defaultValue={row.title}
          maxLength={LONGEST_STAGE_TITLE}
          aria-label={`Title of stage ${at + 1}`}
          placeholder="What this stage is called"
          required
        />
        <label className="stage-minutes">
          <input
            className="input num"
            type="number"
            name={name('minutes')}
            defaultValue={row.minutes}
            min={1}
            max={240}
            aria-label={`Minutes of ${called}`}
            required
          />
          <span aria-hidden="true">min</span>
        </label>
        <span className="moves">
          <Press value={`up:${at}`} label={`Earlier: ${called}`} disabled={at === 0} icon={IconArrowUp} />
          <Press value={`down:${at}`} label={`Later: ${called}`} disabled={last} icon={IconArrowDown} />
          <Press value={`remove:${at}`} label={`Take out: ${called}`} icon={IconX} />
        </span>
      </div>
      <details open={row.title === ''}>
        <summary>
          <span className="link">
            {hasSources(row.kind) ? 'Prompt, teller, notes, what it shows' : 'Prompt, teller, notes'}
          </span>
          <span className="quietly">
            {STAGE_KIND_WORDS[row.kind]}
            {row.teller && `, told by ${people.find(({ id }) => id === row.teller)?.name ?? 'someone'}`}
          </span>
          {row.targets.length > 0 && (
            <span className="presented">{presentedWords(sources, row.targets)}</span>
          )}
        </summary>
        <div className="more">
          <label>
            Shown to everyone
            <textarea
              className="input words"
              name={name('prompt')}
              defaultValue={row.prompt}
              maxLength={LONGEST_PROMPT}
              rows={2}
              placeholder=" "
            />
          </label>
          <label>
            Who tells this part
            <select className="input" name={name('teller')} defaultValue={row.teller}>
              <option value="">Nobody in particular</option>
              {people.map((person) => (
                <option key={person.id} value={person.id}>
                  {person.name}
                </option>
              ))}
            </select>
          </label>
          <SourceTicks name={name('source')} kind={row.kind} targets={row.targets} sources={sources} />
          {hidesNotes ? (
            <p className="private">The notes on this stage are for its facilitators, and stay as they are.</p>
          ) : (
            <label className="private">
              Notes, only for facilitators
              <textarea
                className="input words"
                name={name('notes')}
                defaultValue={row.notes}
                maxLength={LONGEST_NOTES}
                rows={3}
              />
            </label>
          )}
        </div>
      </details>
    </li>
  );
}

const Press = ({
  value,
  label,
  icon,
  disabled = false,
}: {
  value: string;
  label: string;
  icon: typeof IconX;
  disabled?: boolean;
}) => (
  <button
    type="submit"
    className="btn small quiet"
    name="press"
    value={value}
    aria-label={label}
    title={label.split(':')[0]}
    disabled={disabled}
    formNoValidate
  >
    <Icon of={icon} />
  </button>
);
