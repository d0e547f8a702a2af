import type { PersonId } from '../ids.ts';

/** Why a version is kept by a name: somebody named it, a review meeting began or ended with it, or it is what a restore made. */
export const VERSION_KINDS = ['named', 'meeting-began', 'meeting-ended', 'put-back'] as const;
export type VersionKind = (typeof VERSION_KINDS)[number];

/** A version: every row of the log up to and with `seq`. */
export interface KeptVersion {
  seq: number;
  kind: VersionKind;
  /** As somebody named it, or what was put back; empty for a meeting's. */
  name: string;
  person: PersonId | null;
  at: Date;
}

/** What addresses call a write-up as it reads now, beside the numbers of its versions. */
export const NOW = 'now';

/** What can be put back from a version: all of it, or one part. */
export type PartKind = 'section' | 'finding' | 'moment';
export type PutBack = { kind: 'whole' } | { kind: PartKind; id: string };

const PART = /^(section|finding|moment):(.{1,64})$/s;

/** "whole" or "section:<id>" as addresses and forms carry it; null for anything else. */
export function parsePutBack(asked: string): PutBack | null {
  if (asked === 'whole') return { kind: 'whole' };
  const [, kind, id = ''] = PART.exec(asked) ?? [];
  return kind ? { kind: kind as PartKind, id } : null;
}

export const LONGEST_VERSION_NAME = 120;

/** The name of a version as lists show it. */
export function versionWords({ kind, name }: Pick<KeptVersion, 'kind' | 'name'>): string {
  switch (kind) {
    case 'named':
      return name;
    case 'meeting-began':
      return 'As it was presented in the review meeting';
    case 'meeting-ended':
      return 'As it was when the review meeting ended';
    case 'put-back':
      return `Put back: ${name}`;
  }
}
