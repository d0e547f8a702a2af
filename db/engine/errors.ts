/** What both engines tell about a statement that failed; `code` is PostgreSQL's five-letter SQLSTATE. */
export interface SqlFailure {
  message: string;
  code?: string;
  constraint?: string;
  detail?: string;
  table?: string;
  column?: string;
}

/** A statement the embedded engine refused. `pg` throws its own DatabaseError with the same fields. */
export class SqlError extends Error implements SqlFailure {
  override name = 'SqlError';
  code?: string;
  constraint?: string;
  detail?: string;
  table?: string;
  column?: string;

  constructor(failure: SqlFailure) {
    super(failure.message);
    Object.assign(this, failure);
  }
}

/** The database cannot be reached, has stopped, or took too long: the same statement may succeed later. */
export class DatabaseUnavailable extends Error {
  override name = 'DatabaseUnavailable';
}

/** The database may not be opened at all; the message is one sentence for whoever started the program. */
export class DatabaseRefused extends Error {
  override name = 'DatabaseRefused';
}

/** True when a unique constraint said no; with a name, only that one. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const failure = asFailure(error);
  return failure?.code === '23505' && (constraint === undefined || failure.constraint === constraint);
}

/** True when a row named by a foreign key is not there, or is still named by others. */
export function isForeignKeyViolation(error: unknown): boolean {
  return asFailure(error)?.code === '23503';
}

/** True when a statement was stopped because it took too long. */
export function isStatementTimeout(error: unknown): boolean {
  return asFailure(error)?.code === '57014' || messageOf(error) === 'Query read timeout';
}

/**
 * True when trying again later may help: no connection, shutting down, restarting, too many clients, out of disk, read-only.
 * False for what the statement itself did wrong.
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (error instanceof DatabaseUnavailable || isStatementTimeout(error)) return true;
  const code = asFailure(error)?.code ?? '';
  return (
    /^(08|53|57P|58)/.test(code) ||
    code === '25006' ||
    NETWORK_CODES.has(code) ||
    /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Postgres connection has been discarded)/.test(
      messageOf(error),
    )
  );
}

const NETWORK_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

function asFailure(error: unknown): Partial<SqlFailure> | null {
  return typeof error === 'object' && error !== null ? (error as Partial<SqlFailure>) : null;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}
