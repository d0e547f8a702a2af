import { asId, type StageId } from '#domain/ids.ts';

/** Notes of a stage as they are being changed in this tab, and how they read when that began. */
export interface NotesDraft {
  stage: StageId;
  was: string;
  words: string;
}

/** @returns null: nothing is being written */
export function readNotesDraft(written: string | null): NotesDraft | null {
  try {
    const { stage, was, words } = JSON.parse(written ?? '{}') as Record<string, unknown>;
    if (typeof stage === 'string' && typeof was === 'string' && typeof words === 'string')
      return { stage: asId<StageId>(stage), was, words };
  } catch {
    // not ours
  }
  return null;
}
