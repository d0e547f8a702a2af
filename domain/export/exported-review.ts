import type { MessageExtras, MessageKind } from '../import/evidence.ts';
import type { MeetingPhase } from '../meeting/meeting.ts';
import type { ReviewKind, WriteUp } from '../write-up.ts';

/** A whole review as one person may take it away: what `export.md`, `.html` and `.json` are rendered from. */
export interface ExportedReview {
  id: string;
  kind: ReviewKind;
  state: string;
  happenedOn: string;
  happenedUntil: string | null;
  zone: string;
  privacy: 'open' | 'private';
  publishedAt: string | null;
  closestTeams: string[];
  analysts: { name: string; stance: string }[];
  /** Who else is named: they write beside the analysts, or read what is not open to all. */
  writers: string[];
  readers: string[];
  /** Null before it starts. `waits`: for a further meeting, so that its end is a guess (S1). */
  soak: { began: string; ends: string; zone: string; waits: boolean; openedEarly: boolean } | null;
  sourceNote: string;
  writeUp: WriteUp;
  /** Names of the systems its findings name, by id. */
  systems: Record<string, string>;
  /** Uploads by id, so that the file needs nothing else: a data address each. */
  pictures: Record<string, string>;
  /** Those for which one file has no room, by id: the address each has in Soak. */
  picturesInSoak: Record<string, string>;
  evidence: { source: string; messages: ExportedMessage[] }[];
  meetings: ExportedMeeting[];
  outcome: ExportedOutcome | null;
  /** What people wrote while it soaked, oldest first. */
  reflections: (ExportedReflection & { answers?: ExportedReflection[] })[];
  /** What readers wrote beside it: open threads first, each half in the order of the write-up. */
  comments: ExportedThread[];
  links: { title: string; address: string; direction: 'to' | 'from' }[];
  exportedAt: string;
  address: string;
}

/** An imported message, unchanged. */
export interface ExportedMessage {
  id: string;
  /** What other messages of its source name it by. */
  key: string;
  speaker: string;
  at: string | null;
  text: string;
  kind: MessageKind;
  /** Key of the message whose thread it answers; null outside threads. */
  thread: string | null;
  /** What its source knew beside the words. */
  extras: MessageExtras;
}

export interface ExportedThread {
  /** "the finding “…”", “the words” and what has become of them. */
  about: string;
  /** The words as they read when it began; a part's name. */
  quote: string;
  resolvedBy: string | null;
  comments: { words: string; by: string; at: string }[];
}

export interface ExportedMeeting {
  kind: 'review' | 'action';
  title: string;
  phase: MeetingPhase;
  /** As planned, in the plan's zone; `callLink` empty where there is none. */
  startsAt: string;
  zone: string;
  minutes: number;
  callLink: string;
  startedAt: string | null;
  endedAt: string | null;
  facilitators: string[];
  scribe: string | null;
  /** `prompt` and `teller` are empty for whoever may not see the plan. */
  agenda: {
    title: string;
    minutes: number;
    reached: boolean;
    /** Whole minutes; 0 while it is not reached. */
    took: number;
    teller: string;
    prompt: string;
  }[];
  captures: {
    kind: string;
    words: string;
    by: string;
    /** Where the group was, in words: "at 23:15, …", "in “Walk”"; empty where that is not known any more. */
    about: string;
    claim: string;
    target: string | null;
  }[];
  /** What people put into stages of their own, as far as it was shown: texts in random order, a poll's counts in words. */
  inputs: {
    question: string;
    /** `by` empty: without a name. `hidden`: why a facilitator hid it. */
    texts: { words: string; by: string; hidden: string }[];
    answers: string;
  }[];
  parked: { words: string; by: string; about: string; ending: string }[];
  /** Questions brought before it, once it has ended; `by` empty: without a name. */
  brought: { words: string; by: string; touched: boolean }[];
  /** What was asked at its end, once it is counted; counts in words. */
  survey: { question: string; answers: string }[];
  /** Who came, as far as that is published, in words (A6); empty before it has ended. */
  attendance: string[];
}

interface ExportedReflection {
  words: string;
  by: string;
  /** It keeps its place for the answers under it, without words or author. */
  takenBack?: boolean;
}

export interface ExportedOutcome {
  /** S5: each time it was opened before the soak's end. */
  openedEarly?: {
    by: string;
    reason: string;
    at: string;
    /** The end it would have had, and the zone its days are counted in. */
    wouldEndAt?: string;
    zone?: string;
  }[];
  ideas: {
    words: string;
    by: string;
    /** Empty while it is open; "already done" where a fact says so and nothing was decided. */
    decision: string;
    reason: string;
    /** S11: what was noted beside it as done already. */
    done?: { words: string; by: string }[];
    /** The heading it was put under; '' while it stands alone. */
    group?: string;
    /** The finding chosen for it where it became no item, which says its own. */
    answers?: string;
    /** Ideas that are one with it, each as it was written. */
    together?: { words: string; by: string }[];
  }[];
  items: {
    title: string;
    /** The idea it came from, as that was written. */
    idea?: string;
    owner: string;
    answers: string;
    due: string | null;
    shows: string;
    /** When its owner finished it; null while it is under way. */
    finishedAt?: string | null;
    /** When its owner is asked whether it worked. */
    askedOn?: string | null;
    /** What was seen then; '' until somebody has said. */
    worked?: string;
    /** Where it is worked on and its state there, in words; '' where it is nowhere else. */
    where?: string;
    /** Its page there. */
    whereAddress?: string;
    /** S12: findings of other reviews that name it, for whoever exports and may read there. */
    namedIn?: { title: string; kind: string }[];
  }[];
  /** Facts that stand beside no idea. */
  alreadyFixed: { words: string; by: string }[];
  nothingToDo: string | null;
  /** The sentence the session ended with, where it ended with what was decided; empty otherwise. */
  ending: string;
}
