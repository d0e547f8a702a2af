import { MINUTE } from '../soak/wall-clock.ts';

export interface CopyFacts {
  title: string;
  startsAt: Date;
  minutes: number;
  details: string;
  location: string;
}

export interface CopyLinks {
  google: string;
  outlook: string;
  office: string;
}

/** N7: addresses that fill in a new entry elsewhere. Their formats are nobody's promise, and what they make is a copy. */
export function copyLinks({ title, startsAt, minutes, details, location }: CopyFacts): CopyLinks {
  const [start, end] = [startsAt, new Date(startsAt.getTime() + minutes * MINUTE)].map((at) =>
    at.toISOString().replace(/\.\d+Z$/, 'Z'),
  ) as [string, string];
  const compact = (iso: string) => iso.replace(/[-:]/g, '');
  const google = new URLSearchParams({
    action: 'TEMPLATE',
    text: title,
    dates: `${compact(start)}/${compact(end)}`,
    details,
    location,
  });
  const outlook = new URLSearchParams({
    path: '/calendar/action/compose',
    rru: 'addevent',
    startdt: start,
    enddt: end,
    subject: title,
    body: details,
    location,
  });
  // both read a plus as itself in places
  const query = (params: URLSearchParams) => params.toString().replaceAll('+', '%20');
  return {
    google: `https://calendar.google.com/calendar/render?${query(google)}`,
    outlook: `https://outlook.live.com/calendar/deeplink/compose?${query(outlook)}`,
    office: `https://outlook.office.com/calendar/deeplink/compose?${query(outlook)}`,
  };
}
