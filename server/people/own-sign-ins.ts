import { deleteSignIn, listSignInsOf } from '#db/sign-ins.ts';
import type { App, SignedIn } from '../app.ts';
import { changeRights } from './change-rights.ts';
import { isSignInOver, signInNow } from './sign-in-times.ts';

export interface OwnSignIn {
  id: string;
  device: string;
  since: Date;
  lastUsed: Date;
  /** The one that asks. */
  isThis: boolean;
}

export async function listOwnSignIns(app: App, person: SignedIn): Promise<OwnSignIn[]> {
  const now = signInNow(app);
  const rows = await listSignInsOf(app.db, person.id);
  return rows
    .filter((row) => !isSignInOver(row, now))
    .map((row) => ({
      id: row.id,
      device: row.device,
      since: row.created_at,
      lastUsed: row.last_used_at,
      isThis: row.id === person.signIn,
    }));
}

/** Ends one of one's own sign-ins. False for what is not there or another's. */
export async function revokeSignIn(app: App, person: SignedIn, id: string): Promise<boolean> {
  return changeRights(app, async (tx) => (await deleteSignIn(tx, person.id, id)) > 0);
}
