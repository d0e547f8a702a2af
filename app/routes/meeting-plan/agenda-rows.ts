import type { StageKind } from '#domain/meeting/stage.ts';
import {
  ADDABLE_KINDS,
  type AddableKind,
  NEW_TITLES,
  NOTES,
  PROMPTS,
} from '#domain/meeting/stage-prompts.ts';
import { firstSources } from '#domain/meeting/stage-sources.ts';
import { type Target, targetOfValue } from '#domain/meeting/target.ts';
import type { WriteUp } from '#domain/write-up.ts';

/** A stage as the form has it: everything typed is text until the door has read it. */
export interface AgendaRow {
  id?: string;
  kind: StageKind;
  title: string;
  minutes: string;
  prompt: string;
  notes: string;
  teller: string;
  targets: readonly Target[];
}

/** More than an agenda holds: the domain counts them and says how many fit, nothing is cut off silently. */
const MOST_ROWS = 5_000;

/** What the form posts of its agenda, row by row, in the order in which it stands. */
export function rowsOf(form: FormData): AgendaRow[] {
  const count = Math.min(MOST_ROWS, Number(form.get('rows') ?? 0) || 0);
  return Array.from({ length: count }, (_, at) => {
    const text = (name: string) => String(form.get(`row.${at}.${name}`) ?? '');
    return {
      ...kept(text('kept')),
      title: text('title'),
      minutes: text('minutes'),
      prompt: text('prompt'),
      notes: text('notes'),
      teller: text('teller'),
      ...(form.has(`row.${at}.source-asked`) && { targets: ticked(form, `row.${at}.source`) }),
    };
  });
}

const ticked = (form: FormData, name: string): Target[] =>
  form.getAll(name).flatMap((value) => targetOfValue(String(value)) ?? []);

/** What a row carries along unseen: its id, kind and what it presents. The door checks each of them again. */
function kept(json: string): Pick<AgendaRow, 'id' | 'kind' | 'targets'> {
  try {
    const { id, kind, targets } = JSON.parse(json);
    return { ...(id && { id }), kind, targets: Array.isArray(targets) ? targets : [] };
  } catch {
    return { kind: 'prompt', targets: [] };
  }
}

export const keptOf = ({ id, kind, targets }: AgendaRow): string => JSON.stringify({ id, kind, targets });

/** The agenda as the plan's door reads it. */
export const agendaJson = (rows: readonly AgendaRow[]): string =>
  JSON.stringify(
    rows.map(({ minutes, teller, ...row }) => ({
      ...row,
      minutes: minutes.trim() === '' ? null : Number(minutes),
      teller: teller === '' ? null : teller,
    })),
  );

/** Fields of the plan's buttons, no part of what is planned. */
const OF_PRESSES = ['press', 'add-kind', 'templateName'];

/** The fields the plan's door knows, the agenda as one of them. */
export function plainFields(posted: FormData, stages: string): FormData {
  const plain = new FormData();
  for (const [name, value] of posted)
    if (!/^row(s$|\.)/.test(name) && !OF_PRESSES.includes(name)) plain.append(name, value);
  plain.set('stages', stages);
  plain.set('press', 'keep');
  return plain;
}

/**
 * One press on a row: "up:3", "down:3", "remove:3", "add". Anything else leaves the agenda as it is.
 * @param kind of the stage to add, which begins with what no other presents yet
 */
export function changed(
  rows: readonly AgendaRow[],
  press: string,
  kind = 'prompt',
  writeUp: WriteUp | null = null,
): AgendaRow[] {
  const [what, place] = press.split(':');
  const at = Number(place);
  const next = [...rows];
  const row = next[at];
  if (what === 'add') {
    const known = ADDABLE_KINDS.find((one) => one === kind) ?? 'prompt';
    return [...next, newRow(known, writeUp ? firstSources(known, writeUp, rows) : [])];
  }
  if (!row || !Number.isInteger(at)) return next;
  next.splice(at, 1);
  if (what === 'up') next.splice(Math.max(0, at - 1), 0, row);
  else if (what === 'down') next.splice(at + 1, 0, row);
  else if (what !== 'remove') next.splice(at, 0, row);
  return next;
}

/** Which press to stand on afterwards, so that a row can be moved on and on by keyboard. */
export function pressAfter(press: string, count: number): string | null {
  const [what, place] = press.split(':');
  const at = Number(place);
  if (what === 'up') return at - 1 > 0 ? `up:${at - 1}` : 'down:0';
  if (what === 'down') return at + 1 < count - 1 ? `down:${at + 1}` : `up:${at + 1}`;
  if (what === 'remove') return count === 0 ? 'add' : `remove:${Math.min(at, count - 1)}`;
  return what === 'add' ? press : null;
}

const MINUTES: Partial<Record<AddableKind, string>> = {
  prompt: '5',
  round: '10',
  'silent-writing': '8',
  unsaid: '5',
  reading: '10',
  walk: '10',
  section: '5',
  finding: '5',
  accounts: '5',
  evidence: '5',
  'open-floor': '8',
  'different-views': '4',
  'open-questions': '4',
};

/** With what such a stage is called and asks until somebody says it better. */
const newRow = (kind: AddableKind, targets: readonly Target[]): AgendaRow => ({
  kind,
  title: NEW_TITLES[kind],
  minutes: MINUTES[kind] ?? '2',
  prompt: PROMPTS[kind],
  notes: NOTES[kind],
  teller: '',
  targets,
});
