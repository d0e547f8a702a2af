/** Whether somebody means to come; an intention, never attendance (A1). */
export const COMING = ['yes', 'maybe', 'no'] as const;
export type Coming = (typeof COMING)[number];
