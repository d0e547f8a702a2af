/** A1, A3: what a person may state about their own coming; nothing else ever makes one. */
export const ATTENDANCE_HOW = ['choice', 'asked'] as const;
export const ATTENDANCE_MODES = ['room', 'remote', 'later'] as const;

export interface Attendance {
  how: (typeof ATTENDANCE_HOW)[number];
  mode: (typeof ATTENDANCE_MODES)[number];
  /** A7: shown by name, to those who may read the review. Left out: not. */
  named?: boolean;
}
