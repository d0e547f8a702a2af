import type { PlanInput } from '#server/meetings/plan-input.ts';
import type { AgendaRow } from './agenda-rows.ts';

/** What stands in the form: a draft, a stored plan, or what was just typed. */
export interface PlanValues {
  title: string;
  day: string;
  time: string;
  zone: string;
  minutes: string;
  callLink: string;
  takeOver: string;
  /** Empty: nobody in particular. */
  scribe: string;
  facilitators: string[];
  invited: string[];
  rows: AgendaRow[];
}

export const valuesOf = ({ stages, minutes, scribe, ...plan }: PlanInput): PlanValues => ({
  ...plan,
  scribe: scribe ?? '',
  minutes: String(minutes),
  rows: stages.map(({ minutes, teller, targets, ...stage }) => ({
    ...stage,
    targets: [...targets],
    minutes: String(minutes),
    teller: teller ?? '',
  })),
});

/** What was typed, kept as it was typed. */
export const typedValues = (form: FormData, rows: AgendaRow[]): PlanValues => {
  const text = (name: string) => String(form.get(name) ?? '');
  return {
    title: text('title'),
    day: text('day'),
    time: text('time'),
    zone: text('zone'),
    minutes: text('minutes'),
    callLink: text('callLink'),
    takeOver: text('takeOver'),
    scribe: text('scribe'),
    facilitators: form.getAll('facilitators[]').map(String),
    invited: form.getAll('invited[]').map(String),
    rows,
  };
};
