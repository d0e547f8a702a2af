import { z } from 'zod';
import type { SessionCommand } from '#domain/action-session/command.ts';
import type { AroundCommand } from '#domain/meeting/around/command.ts';
import type { Command } from '#domain/meeting/command.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import { SESSION_COMMAND_FIELDS } from '../actions/session-command-fields.ts';
import { AROUND_COMMAND_FIELDS } from './around/command-fields.ts';
import { COMMAND_FIELDS } from './command-schemas.ts';

/** A body of the door, checked. */
export interface AskedCommand {
  command: Command | SessionCommand | AroundCommand;
  expectedRev: number;
  key: string;
}

const expectedRev = z.number().int().min(0).max(2_000_000_000);
const key = z
  .string()
  .regex(/^[\w-]{8,64}$/, 'Each press needs a key of its own, 8 to 64 letters and digits.');
const FIELDS: Record<string, z.ZodRawShape> = {
  ...COMMAND_FIELDS,
  ...SESSION_COMMAND_FIELDS,
  ...AROUND_COMMAND_FIELDS,
};

const NAMED = z.object({ command: z.string().max(40) });
const schemas = new Map<string, ReturnType<typeof schemaFor>>();

/** Made once for each command: making one takes longer than checking with it. */
function schemaOf(command: string, fields: z.ZodRawShape) {
  const schema = schemas.get(command) ?? schemaFor(command, fields);
  schemas.set(command, schema);
  return schema;
}

const schemaFor = (command: string, fields: z.ZodRawShape) =>
  z.strictObject({ command: z.literal(command), expectedRev, key, ...fields });

/** `{ command, expectedRev, key, … }`, or the sentence that says what is wrong with it. Nothing unknown gets through. */
export function parseCommand(body: unknown): AskedCommand | Refused {
  const named = NAMED.safeParse(body);
  const fields =
    named.success && Object.hasOwn(FIELDS, named.data.command) ? FIELDS[named.data.command] : null;
  if (!named.success || !fields) return refuse('There is no such command.');
  const parsed = schemaOf(named.data.command, fields).safeParse(body);
  if (!parsed.success) return refuse(parsed.error.issues[0]?.message ?? 'That command is not complete.');
  const { expectedRev: rev, key: press, ...command } = parsed.data;
  // the schema was chosen by the command's name, which the types cannot follow
  return { command: command as unknown as AskedCommand['command'], expectedRev: rev, key: press };
}
