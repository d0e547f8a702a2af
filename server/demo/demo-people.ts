/** The people of the demo, one click each; all share one password, which only a demo or a test ever has. */
export const DEMO_PASSWORD = 'soak-demo';

export interface DemoPerson {
  email: string;
  name: string;
  title: string;
  team: keyof typeof DEMO_TEAMS | null;
  role: 'administrator' | 'member';
  /** What the sign-in page says beside the name. */
  line: string;
  startedOn: string;
}

export const DEMO_TEAMS = {
  databases: 'Databases',
  backend: 'Back end',
  platform: 'Platform',
  tooling: 'Tooling',
  support: 'Support',
  payments: 'Payments',
  leadership: 'Leadership',
} as const;

const member = (
  name: string,
  team: keyof typeof DEMO_TEAMS,
  title: string,
  line: string,
  startedOn: string,
): DemoPerson => ({
  email: `${name.toLowerCase()}@demo.test`,
  name,
  title,
  team,
  role: 'member',
  line,
  startedOn,
});

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  member('Felicity', 'platform', 'Engineer, facilitator', 'leads the review meetings', '2019-03-01'),
  member('Amir', 'tooling', 'Analyst', 'wrote the reviews; was not involved', '2020-09-14'),
  member('Priya', 'databases', 'Database engineer', 'on call; on a closest team', '2021-01-11'),
  member(
    'Tomas',
    'backend',
    'Back-end engineer',
    'on a closest team; sees some things differently',
    '2022-05-02',
  ),
  member('Grace', 'support', 'Support engineer', 'comes from outside, to learn', '2023-02-06'),
  member('Otto', 'payments', 'Payments engineer', 'comes from outside, to learn', '2024-10-07'),
  member('Vera', 'leadership', 'Vice president', 'comes from outside, speaks last', '2018-06-01'),
  {
    email: 'root@demo.test',
    name: 'Root',
    title: 'Administrator',
    team: null,
    role: 'administrator',
    line: 'keeps people, teams and settings',
    startedOn: '2018-01-02',
  },
];
