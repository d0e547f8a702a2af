import { SelectField, TextField } from '#app/components/field.tsx';
import { useRoom } from '../room-context.ts';
import { useBoard } from './use-board.ts';

/** An item while it is written: '' where nothing has been chosen. */
export interface ItemDraft {
  title: string;
  owner: string;
  finding: string;
  noFindingReason: string;
  dueOn: string;
  shows: string;
  reviewOn: string;
}

/** S8: title, owner, an optional day, and the finding it answers or why it answers none. */
export function ItemFields({
  draft,
  change,
  sayAt,
}: {
  draft: ItemDraft;
  change: (part: Partial<ItemDraft>) => void;
  sayAt: (field: string) => string | undefined;
}) {
  const { owners } = useBoard();
  const { writeUp } = useRoom();
  return (
    <div className="item-fields">
      <div className="wide">
        <TextField
          label="What will be done"
          value={draft.title}
          maxLength={200}
          refused={sayAt('title')}
          onChange={(event) => change({ title: event.target.value })}
        />
      </div>
      <SelectField
        label="Owner"
        value={draft.owner}
        refused={sayAt('owner')}
        onChange={(event) => change({ owner: event.target.value })}
      >
        <option value="">Who has agreed?</option>
        {owners.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </SelectField>
      <TextField
        label="Due, if it matters"
        type="date"
        value={draft.dueOn}
        refused={sayAt('dueOn')}
        onChange={(event) => change({ dueOn: event.target.value })}
      />
      <SelectField
        label="Finding it answers"
        value={draft.finding}
        refused={sayAt('finding')}
        onChange={(event) => change({ finding: event.target.value })}
      >
        <option value="">No single one</option>
        {writeUp.findings.map((finding) => (
          <option key={finding.id} value={finding.id}>
            {finding.title || 'Untitled finding'}
          </option>
        ))}
      </SelectField>
      {draft.finding === '' && (
        <div className="wide">
          <TextField
            label="Why it answers no single finding"
            value={draft.noFindingReason}
            maxLength={1000}
            refused={sayAt('noFindingReason')}
            onChange={(event) => change({ noFindingReason: event.target.value })}
          />
        </div>
      )}
    </div>
  );
}
