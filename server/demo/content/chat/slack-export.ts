import type { Quote } from '../writing.ts';
import { users } from './people.ts';
import { productionEvening } from './production-evening.ts';
import { productionBeforeMidnight, productionNextDay } from './production-night.ts';
import { instantOf, type Said, slackTs, speakerOf, toSlack } from './said.ts';
import type { SlackChannel } from './slack-shapes.ts';
import { supportEvening, supportNextDay } from './support.ts';

const EVENING = '2017-01-31';
const NEXT_DAY = '2017-02-01';

interface Day {
  channel: string;
  date: string;
  said: Said[];
}
const days: Day[] = [
  { channel: 'production', date: EVENING, said: [...productionEvening, ...productionBeforeMidnight] },
  { channel: 'production', date: NEXT_DAY, said: productionNextDay },
  { channel: 'support', date: EVENING, said: supportEvening },
  { channel: 'support', date: NEXT_DAY, said: supportNextDay },
];

const channel = (id: string, name: string, purpose: string): SlackChannel => ({
  id,
  name,
  created: Date.parse('2015-03-02T09:00:00Z') / 1000,
  creator: 'U04INFRA',
  is_archived: false,
  members: users.map((user) => user.id),
  topic: { value: '' },
  purpose: { value: purpose },
});

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** The export as Slack would hand it over: one path and its text for each file in the archive. */
export const slackExportFiles = (): { path: string; text: string }[] => [
  { path: 'users.json', text: json(users) },
  {
    path: 'channels.json',
    text: json([
      channel('C01PRODUCTION', 'production', 'Changes and troubles of the running site'),
      channel('C02SUPPORT', 'support', 'What people write to us'),
    ]),
  },
  ...days.map((day) => ({
    path: `${day.channel}/${day.date}.json`,
    text: json(toSlack(day.date, day.said)),
  })),
];

/** Id of an imported message, by the channel and timestamp it has in the export. */
export type MessageIds = (channel: string, ts: string) => string;

/**
 * Quotes by channel, time of day and, for the day after, a plus: `production 23:14:20`, `production +00:12:30`.
 * A name that nobody said is a mistake in the example and throws.
 */
export const quoting =
  (idOf: MessageIds): Quote =>
  (where) => {
    const [channel = '', time = ''] = where.split(' ');
    const at = time.replace('+', '');
    const date = time.startsWith('+') ? NEXT_DAY : EVENING;
    const day = days.find((each) => each.channel === channel && each.date === date);
    const said = day?.said.find((each) => each.at === at);
    if (!said) throw new Error(`nobody said anything at ${where}`);
    return {
      id: idOf(channel, slackTs(date, at)),
      speaker: speakerOf(said),
      at: instantOf(date, at),
      text: said.text,
    };
  };
