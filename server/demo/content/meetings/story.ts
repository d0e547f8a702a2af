import type { Attendance } from '#domain/meeting/attendance.ts';
import type { CaptureKind } from '#domain/meeting/capture.ts';
import type { Target } from '#domain/meeting/target.ts';
import type { WriteUp } from '#domain/write-up.ts';

/** Whose deed it is: the first part of a demo person's address. */
export type Name = 'felicity' | 'amir' | 'priya' | 'tomas' | 'grace' | 'otto' | 'vera';

export interface CaptureSaid {
  by: Name;
  kind: CaptureKind;
  words: string;
  target: Target | null;
  claim?: string;
}

/** What people left behind in an example's review meeting. Invented. */
export interface MeetingStory {
  /** In the order in which they were said, spread over the agenda. */
  captures: CaptureSaid[];
  parked: { by: Name; words: string }[];
  ideas: { by: Name; words: string; withheld?: boolean }[];
  attendance: { by: Name; statement: Attendance }[];
  reflections: { by: Name; words: string }[];
}

/** A finding of a write-up by its title; a title nobody gave is a mistake in the example. */
export function findingIn(writeUp: WriteUp, title: string): Target {
  const finding = writeUp.findings.find((each) => each.title === title);
  if (!finding) throw new Error(`no finding is called ${title}`);
  return { type: 'finding', id: finding.id, section: null };
}

export function sectionIn(writeUp: WriteUp, title: string): Target {
  const section = writeUp.sections.find((each) => each.title === title);
  if (!section) throw new Error(`no section is called ${title}`);
  return { type: 'section', id: section.id, section: null };
}
