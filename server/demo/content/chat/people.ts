import type { SlackUser } from './slack-shapes.ts';

/** Nobody in this chat exists: they are the roles of the evening, and all their words are invented. */
const roles = {
  staging: ['U01STAGING', 'Engineer working in staging'],
  oncall: ['U02ONCALL', 'Database engineer, on call'],
  second: ['U03SECOND', 'Second database engineer'],
  infra: ['U04INFRA', 'Infrastructure engineer'],
  backend: ['U05BACKEND', 'Back-end engineer'],
  support: ['U06SUPPORT', 'Support engineer'],
  comms: ['U07COMMS', 'Communications'],
  chief: ['U08CHIEF', 'Chief executive'],
  late: ['U09LATE', 'Engineer who joined later'],
} as const;

export type Role = keyof typeof roles;

export const userId = (role: Role): string => roles[role][0];
export const roleName = (role: Role): string => roles[role][1];

export const users: SlackUser[] = (Object.keys(roles) as Role[]).map((role) => ({
  id: userId(role),
  name: role,
  deleted: false,
  is_bot: false,
  tz: 'Etc/UTC',
  profile: { real_name: roleName(role), display_name: roleName(role), title: roleName(role) },
}));
