import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { insertPerson } from '#db/people.ts';
import { asId, type PersonId } from '#domain/ids.ts';
import type { App } from '#server/app.ts';
import { startSignIn } from '#server/people/sign-in.ts';
import { signInCookie } from '#server/people/sign-in-cookie.ts';

const FILE = 'crowd.json';
export const crowdFile = (dataDir: string): string => join(dataDir, FILE);

/** Members who are signed in already, for what is measured with hundreds of people: hashing their passwords would take minutes. */
export async function bringCrowd(app: App, count: number, dataDir: string): Promise<void> {
  const cookies: string[] = [];
  for (let at = 1; at <= count; at++) {
    const id = asId<PersonId>(app.random.uuid());
    await insertPerson(app.db, {
      id,
      email: `member-${at}@crowd.test`,
      name: `Member ${at}`,
      zone: null,
      faceLetters: 'M',
      faceHue: (at % 6) + 1,
      role: 'member',
      startedOn: '2020-01-01',
      passwordHash: null,
      createdAt: app.clock.now(),
    });
    const token = await startSignIn(app, app.db, id, { device: '', formerToken: null });
    cookies.push(signInCookie(token, app.origin).split(';')[0] ?? '');
  }
  await writeFile(crowdFile(dataDir), JSON.stringify(cookies));
}
