import { useEffect, useRef } from 'react';
import { data, Form } from 'react-router';
import { plainDay } from '#app/components/clock-words.ts';
import { counted } from '#app/components/counted.ts';
import { SelectField, TextField, WordsField } from '#app/components/field.tsx';
import { Ruled } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { requirePerson } from '#app/context.ts';
import { isRefused, refuse } from '#domain/refused.ts';
import { choicesOf, SOAK_LEAST, SOAK_MOST, workingDaysWords } from '#domain/soak/policy.ts';
import { takeAsLoaded } from '#server/doors/as-loaded.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { changeFreeDays } from '#server/settings/change-workspace.ts';
import { decodeHolidays } from '#server/settings/holiday-file.ts';
import { requireAdministrator } from '#server/settings/require-administrator.ts';
import { freeDaysForm } from '#server/settings/settings-forms.ts';
import {
  changeSoakPolicy,
  type HolidayPreview,
  holidayLines,
  policyForm,
  previewHolidays,
  readSoakSettings,
  takeHolidays,
} from '#server/settings/soak-settings.ts';
import type { Route } from './+types/route';
import { FoundDays } from './found-days.tsx';
import { FreeDays, type TypedDays } from './free-days.tsx';
import './route.css';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const settings = await readSoakSettings(app, person);
  const today = app.clock.now().toISOString().slice(0, 10);
  return { ...settings, lines: holidayLines(settings.holidays), today };
}

interface Answer {
  problems: Record<string, string>;
  said: string | null;
  pasted: string;
  /** The lengths and hours as they were posted and refused. */
  refusedPolicy?: TypedPolicy;
  /** Weekend and holidays as they were posted and refused. */
  refusedDays?: TypedDays;
  /** The holidays as they were posted and kept. */
  keptLines?: string;
  preview: (HolidayPreview & { lines: string }) | null;
}
const NOTHING: Answer = { problems: {}, said: null, pasted: '', preview: null };
const refusedWith = (problems: Record<string, string>, pasted = '') =>
  data({ ...NOTHING, problems, pasted }, { status: 422 });

export async function action({ context, request }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  requireAdministrator(person);
  const form = await readForm(request);
  const intent = form.get('intent');
  if (intent === 'look' || intent === 'take') {
    const text = await wordsOf(form);
    if (isRefused(text)) return refusedWith({ holidays: text.refused }, pastedOf(form));
    if (intent === 'take') {
      const taken = await takeHolidays(app, person, text);
      if (isRefused(taken)) return refusedWith({ holidays: taken.refused }, text);
      return data({ ...NOTHING, said: `${counted(taken, 'day', 'days')} added.` });
    }
    const preview = await previewHolidays(app, person, text);
    if (isRefused(preview)) return refusedWith({ holidays: preview.refused }, pastedOf(form));
    return data({ ...NOTHING, preview: { ...preview, lines: holidayLines(preview.days) } });
  }
  if (intent === 'free-days') {
    const loaded = takeAsLoaded(form);
    const days = parseForm(freeDaysForm, form);
    const typed = { ...typedDays(form), asLoaded: JSON.stringify(loaded) };
    if ('problems' in days) {
      const { holidays, ...problems } = days.problems;
      const refused: Record<string, string> = holidays ? { ...problems, holidayList: holidays } : problems;
      return data({ ...NOTHING, problems: refused, refusedDays: typed }, { status: 422 });
    }
    const done = await changeFreeDays(app, person, days.values, loaded);
    if (done !== true) {
      const asked = 'asked' in done;
      const { weekend = '', holidays = '' } = asked ? done.asked : { weekend: done.refused };
      const refusedDays = asked ? { ...typed, asLoaded: done.asLoaded } : typed;
      const problems: Record<string, string> = { weekend, holidayList: holidays };
      return data({ ...NOTHING, problems, refusedDays }, { status: 422 });
    }
    return data({ ...NOTHING, said: 'Kept.', keptLines: typed.lines });
  }
  const parsed = parseForm(policyForm, form);
  if ('problems' in parsed) return refusedPolicy(parsed.problems, form);
  const { intent: _, ...policy } = parsed.values;
  const done = await changeSoakPolicy(app, person, policy);
  return isRefused(done)
    ? refusedPolicy({ [done.field]: done.refused }, form)
    : data({ ...NOTHING, said: 'Kept.' });
}

interface TypedPolicy {
  days: string;
  least: string;
  most: string;
  workFrom: string;
  workUntil: string;
}

/** Without JavaScript the page is new: what was typed is shown again, to be mended. */
function refusedPolicy(problems: Record<string, string>, form: FormData) {
  const typed = (name: keyof TypedPolicy) => String(form.get(name) ?? '').slice(0, 40);
  const again: TypedPolicy = {
    days: typed('days'),
    least: typed('least'),
    most: typed('most'),
    workFrom: typed('workFrom'),
    workUntil: typed('workUntil'),
  };
  return data({ ...NOTHING, problems, refusedPolicy: again }, { status: 422 });
}

const LONGEST_PASTED = 200_000;
const pastedOf = (form: FormData): string => String(form.get('pasted') ?? '');
const typedDays = (form: FormData): TypedDays => ({
  weekend: form.getAll('weekend[]').slice(0, 7).map(Number),
  lines: String(form.get('holidays') ?? '').slice(0, LONGEST_PASTED),
});

/** What was pasted, or the file that was chosen. */
async function wordsOf(form: FormData) {
  const file = form.get('file');
  if (file instanceof File && file.size > 0) return decodeHolidays(new Uint8Array(await file.arrayBuffer()));
  const pasted = pastedOf(form);
  return pasted.length > LONGEST_PASTED
    ? refuse(
        'That is more than fits in here. Paste fewer days at once, or choose a file; your list is still here.',
      )
    : pasted;
}

export default function SoakSettings({ loaderData, actionData }: Route.ComponentProps) {
  const { policy, weekend, holidays, lines, today } = loaderData;
  const { problems, said, preview, pasted, refusedPolicy: typed } = actionData ?? NOTHING;
  const ahead = holidays.filter(({ day }) => day >= today);
  const told = useRef<HTMLParagraphElement>(null);
  const found = useRef<HTMLHeadingElement>(null);
  // the form was further down, or is gone: what came of it comes into view. Whoever types on is left to it
  useEffect(() => {
    if (actionData && !(document.activeElement instanceof HTMLTextAreaElement))
      (told.current ?? found.current)?.focus();
  }, [actionData]);
  return (
    <>
      <h1>Soak</h1>
      {said !== null && (
        <p role="status" ref={told} tabIndex={-1}>
          {said}
        </p>
      )}
      <Form method="post" className="form">
        <input type="hidden" name="intent" value="policy" />
        <Refusal sentence={problems.form} />
        <Lengths
          name="days"
          label="Ideas soak for"
          value={typed?.days ?? policy.days}
          hint="Between the end of the review meeting and the action session. Soaks that run keep the length they began with."
          refused={problems.days}
        />
        <div className="field-row">
          <Lengths
            name="least"
            label="A review may choose, from"
            value={typed?.least ?? policy.least}
            refused={problems.least ?? problems.range}
          />
          <Lengths name="most" label="up to" value={typed?.most ?? policy.most} refused={problems.most} />
        </div>
        <div className="field-row">
          <TextField
            label="The working day begins"
            type="time"
            name="workFrom"
            required
            defaultValue={typed?.workFrom ?? timeOf(policy.workFrom)}
            refused={problems.workFrom ?? problems.work}
          />
          <TextField
            label="and ends"
            type="time"
            name="workUntil"
            required
            defaultValue={typed?.workUntil ?? timeOf(policy.workUntil)}
            refused={problems.workUntil}
          />
        </div>
        <p className="quietly small">
          Action sessions are proposed within it, in the zone they are planned in.
        </p>
        <div className="acts">
          <button type="submit" className="btn main">
            Keep
          </button>
        </div>
      </Form>

      <Ruled aside={ahead.length === 0 ? undefined : counted(ahead.length, 'day ahead', 'days ahead')}>
        Working days
      </Ruled>
      {ahead.length > 0 && (
        <ul className="holidays-ahead">
          {ahead.slice(0, 8).map(({ day, name }) => (
            <li key={day}>
              {plainDay(day)} <span className="quietly">{name}</span>
            </li>
          ))}
        </ul>
      )}
      <FreeDays
        stored={{ weekend, lines }}
        refused={actionData?.refusedDays}
        kept={actionData?.keptLines}
        problems={problems}
      />

      <Ruled>Holidays from a file</Ruled>
      {preview === null ? (
        <Form method="post" encType="multipart/form-data" className="form">
          <TextField
            label="A calendar file (.ics), or a list"
            type="file"
            name="file"
            accept=".ics,.csv,.txt,text/calendar,text/csv,text/plain"
            hint="Most countries’ holidays can be had as an .ics file. You see what it holds before anything is kept."
            refused={problems.holidays}
          />
          <WordsField
            label="Or paste days here"
            name="pasted"
            rows={4}
            hint="One under the other, with a name if you like: 2026-12-25 Christmas Day."
            defaultValue={pasted}
          />
          <div className="acts">
            <button type="submit" className="btn" name="intent" value="look">
              Show what it holds
            </button>
          </div>
        </Form>
      ) : (
        <FoundDays preview={preview} title={found} />
      )}
    </>
  );
}

const Lengths = ({
  name,
  label,
  value,
  hint,
  refused,
}: {
  name: string;
  label: string;
  value: number | string;
  hint?: string;
  refused: string | undefined;
}) => (
  <SelectField label={label} name={name} defaultValue={value} hint={hint} refused={refused}>
    {choicesOf({ least: SOAK_LEAST, most: SOAK_MOST }).map((days) => (
      <option key={days} value={days}>
        {workingDaysWords(days)}
      </option>
    ))}
  </SelectField>
);

const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
