import { BackupRefused } from '#db/backup/backup-refused.ts';
import { readBackup } from '#db/backup/read-backup.ts';
import { isDatabaseUnavailable } from '#db/engine/errors.ts';
import type { App } from '../app.ts';
import { control, linesOfPiece } from './backup-lines.ts';

type Asked = Pick<App, 'db' | 'clock' | 'random' | 'demo' | 'log'>;

export interface BackupAsked {
  /** How long to wait while another backup is made. */
  waitMs: number;
  /** Rest after each piece, as a multiple of what it took. */
  rest: number;
}

/**
 * A backup as lines, ending with `finished` or with a refusal in a sentence. For whoever may read the data folder, which is why
 * nobody is asked to sign in.
 */
export async function* backupLines(app: Asked, asked: BackupAsked): AsyncGenerator<string[]> {
  if (app.demo) {
    yield [
      control({
        refused: 'This is the demo: everybody knows its passwords, and nothing of it is backed up.',
      }),
    ];
    return;
  }
  const began = performance.now();
  try {
    const onHeld = (longest: { pieceMs: number; lastMs: number }) =>
      app.log.info('backup read', { ...rounded(longest), tookMs: Math.round(performance.now() - began) });
    for await (const piece of readBackup(app.db, {
      id: app.random.uuid(),
      at: app.clock.now(),
      onHeld,
      ...asked,
    }))
      yield linesOfPiece(piece);
    yield [control({ finished: true })];
  } catch (error) {
    if (error instanceof BackupRefused) yield [control({ refused: error.message })];
    else if (isDatabaseUnavailable(error))
      yield [control({ refused: 'The database does not answer. Nothing was written; try again.' })];
    else throw error;
  }
}

const rounded = ({ pieceMs, lastMs }: { pieceMs: number; lastMs: number }) => ({
  longestPieceMs: Math.round(pieceMs),
  lastMs: Math.round(lastMs),
});
