import { joins, type Said, says } from './said.ts';

/** #support on 31 January. */
export const supportEvening: Said[] = [
  says(
    '19:21:12',
    'support',
    'Three people within ten minutes: a comment does not save. Anyone else seeing that?',
  ),
  says('20:46:40', 'support', 'Forty tickets now, all the same sentence. I answer “we are on it, soon”.'),
  says('21:12:55', 'support', 'Is it soon? I would rather say nothing than say soon a fifth time.'),
  says('21:46:03', 'infra', 'Calmer on our side. I cannot promise you it stays so.', { under: '21:12:55' }),
  says('23:38:29', 'support', 'The site is down for everyone. What may I say?'),
  says(
    '23:40:14',
    'second',
    'That the database was damaged by us during maintenance, and that we are looking at what can be brought back. It is what we know.',
  ),
  says('23:42:02', 'support', 'Thank you. That is easier to say than soon.', {
    reactions: { heart: ['second'] },
  }),
];

/** #support on 1 February. */
export const supportNextDay: Said[] = [
  joins('00:26:10', 'comms'),
  says(
    '00:27:48',
    'comms',
    'The status account now points to the document the engineers write in. No second version from us; we link to theirs.',
  ),
  says(
    '08:15:33',
    'support',
    'Most common question this morning: are my repositories safe? Yes: they live elsewhere. Second: my project from last night is gone. That one is true.',
  ),
  says(
    '18:14:20',
    'support',
    'Tickets are turning into thank-yous. For the record, so that somebody wrote it down.',
  ),
];
