import { recordAudit } from '#db/audit.ts';
import { holdAdministrators, insertPerson } from '#db/people.ts';
import { insertWorkspace } from '#db/workspace.ts';
import { faceLettersOf } from '#domain/face-letters.ts';
import { asId, type PersonId } from '#domain/ids.ts';
import { LINK_IS_SPENT } from '#domain/link-is-spent.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { App } from '../app.ts';
import { changeRights } from './change-rights.ts';
import { consumeLink, type OpenLink } from './one-time-link.ts';
import { hashPassword } from './password.server.ts';
import { startSignIn } from './sign-in.ts';
import { signInNow } from './sign-in-times.ts';

export interface SetUp {
  workspaceName: string;
  zone: string;
  name: string;
  /** Lower case. */
  email: string;
  password: string;
  device: string;
}

/** The first start's form: names the workspace, makes its first administrator and signs them in. */
export async function setUpWorkspace(
  app: App,
  link: OpenLink,
  input: SetUp,
): Promise<{ token: string } | Refused> {
  const passwordHash = await hashPassword(app, input.password);
  const id = asId<PersonId>(app.random.uuid());
  const now = signInNow(app);
  return changeRights(app, async (tx) => {
    if (!(await consumeLink(app, tx, link))) return refuse(LINK_IS_SPENT);
    if ((await holdAdministrators(tx)).length > 0) return refuse('This workspace has been set up already.');
    await insertWorkspace(
      tx,
      { name: input.workspaceName, zone: input.zone, weekend: [6, 7], holidays: [] },
      now,
    );
    await insertPerson(tx, {
      id,
      email: input.email,
      name: input.name,
      zone: input.zone,
      faceLetters: faceLettersOf(input.name),
      faceHue: 1,
      role: 'administrator',
      startedOn: null,
      passwordHash,
      createdAt: now,
    });
    await recordAudit(tx, now, id, 'set up the workspace');
    return { token: await startSignIn(app, tx, id, { device: input.device, formerToken: null }) };
  });
}
