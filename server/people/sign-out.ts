import { deleteSignIn } from '#db/sign-ins.ts';
import type { App, SignedIn } from '../app.ts';
import { changeRights } from './change-rights.ts';

/** Ends this one sign-in; the sockets opened with it close. */
export async function signOut(app: App, person: SignedIn): Promise<void> {
  await changeRights(app, (tx) => deleteSignIn(tx, person.id, person.signIn));
}
