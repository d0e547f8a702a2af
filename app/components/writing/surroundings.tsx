import { createContext, useContext } from 'react';
import type { MessageExtras } from '#domain/import/evidence.ts';
import { dayTimeOf, timeOf } from '../clock-words.ts';

/** A message as a write-up shows it: unchanged words, who said them, where and when. */
export interface QuotedMessage {
  id: string;
  speaker: string;
  /** Channel or file it came from; empty when not known. */
  source: string;
  at: string | null;
  text: string;
  /** What came with its words, where the page knows it. */
  pictures?: MessageExtras['pictures'];
  files?: MessageExtras['files'];
}

/** A retired one is still named where it was; none is newly given it. */
export type SystemNames = Readonly<Record<string, { name: string; isRetired: boolean }>>;

/** What a write-up only points at, as the page knows it. */
export interface WritingFacts {
  review: string;
  /** IANA zone its times are told in. */
  zone: string;
  messages: Readonly<Record<string, QuotedMessage>>;
  /** First words of every moment and finding that is there, by id. */
  names: Readonly<Record<string, string>>;
  /** The workspace's systems by id, where the page shows what a finding is about. */
  systems?: SystemNames;
  /** Anchors lead within this page, or to the reading view from elsewhere. */
  onThisPage: boolean;
  /** Where its pictures lie, for who does not read the review itself; the review's own address otherwise. */
  pictures?: string;
}

const Facts = createContext<WritingFacts | null>(null);

export const WritingFactsProvider = Facts.Provider;

export function useWritingFacts(): WritingFacts {
  const facts = useContext(Facts);
  if (!facts) throw new Error('words of a write-up outside of <WritingFactsProvider>');
  return facts;
}

export const pictureAddress = (review: string, upload: string, pictures?: string): string =>
  `${pictures ?? `/reviews/${review}/uploads`}/${upload}`;
export const messageAddress = (review: string, message: string): string =>
  `/reviews/${review}/evidence?message=${message}#message-${message}`;

/** Where a moment or finding stands in the reading view. */
export const entryAddress = ({ review, onThisPage }: WritingFacts, to: string, id: string): string =>
  `${onThisPage ? '' : `/reviews/${review}`}#${to}-${id}`;

/** "31 Jan, 23:27", in the zone the write-up is told in; within one day the time alone. */
export const instantWords = (at: string, zone: string, withDay: boolean): string =>
  withDay ? dayTimeOf(at, zone).replace(/^\w+ /, '') : timeOf(at, zone);
