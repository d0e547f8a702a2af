import { CLOSE, type CloseReason } from '#collab/document/close-reasons.ts';

/** A rule, or a database that is away, ends this connection: thrown in hooks, turned into a named close. */
export class Refusal extends Error {
  readonly reason: CloseReason;

  constructor(reason: CloseReason, cause?: unknown) {
    super(reason.name, { cause });
    this.reason = reason;
  }
}

/** Rejects as "cannot save" when the answer takes longer, or fails: the client then waits, never "permission denied". */
export const fromDatabase = async <Value>(answer: Promise<Value>, withinMs: number): Promise<Value> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${withinMs} ms`)), withinMs);
  });
  try {
    return await Promise.race([answer, late]);
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(CLOSE.cannotSave, error);
  } finally {
    clearTimeout(timer);
  }
};
