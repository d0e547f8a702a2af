/** "Not now": a rule says no, in one sentence that the person reads. A value, never an exception. */
export interface Refused {
  readonly refused: string;
}

export const refuse = (sentence: string): Refused => ({ refused: sentence });

export const isRefused = (value: unknown): value is Refused =>
  typeof value === 'object' && value !== null && 'refused' in value && typeof value.refused === 'string';
