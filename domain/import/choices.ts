import type { FindingKind, MomentKind } from '#domain/write-up.ts';
import type { Proposal, Taking } from './proposal.ts';

/** What the person decided in the preview. A taking not named here is as proposed. */
export interface Choices {
  title: string;
  /** 'YYYY-MM-DD': the day of the review, and of every time whose day is not said. */
  day: string;
  /** IANA zone of every time that names none. */
  zone: string;
  takings: Readonly<Record<string, Choice>>;
}

export interface Choice {
  /** False: the text stays where it was. */
  take: boolean;
  kind?: MomentKind | FindingKind;
  /** Another day for a moment, or the first day of a chat. */
  day?: string;
  /** Keep a moment's place in the order, and no time. */
  orderOnly?: boolean;
  title?: string;
}

export const isTaken = (taking: Taking, choices: Choices): boolean =>
  choices.takings[taking.id]?.take ?? taking.proposed;

export const takingsOf = (proposal: Proposal): Taking[] =>
  proposal.sections.flatMap(({ pieces }) => pieces.filter((piece): piece is Taking => piece.type !== 'kept'));
