import type { CommandName } from './command.ts';

/** G2: all a guest ever does, for themselves; a hand, and words, also for somebody beside them without a device. Never steers (M3), never takes over (M17). */
const GUEST_COMMANDS: ReadonlySet<CommandName> = new Set<CommandName>([
  'raise-hand',
  'change-hand',
  'lower-hand',
  'finish-turn',
  'ready',
  'round-turn',
  'capture',
  'change-capture',
  'withdraw-capture',
  'withdraw-text',
  'write',
  'unsigned',
  'withdraw-unsigned',
  'answer',
  'signal',
  'seen',
]);

export const isForGuests = (name: CommandName): boolean => GUEST_COMMANDS.has(name);

export const NOT_FOR_GUESTS = 'This is for those who have an account here.';
