import { findAnswerLink, insertAnswerLinks } from '#db/answer-links.ts';
import type { MeetingId, PersonId } from '#domain/ids.ts';
import type { App, Database } from '../app.ts';
import { isSecretOf, makeToken, readToken } from '../people/token.ts';

/** P11: makes one link for each of these people. What a link holds is given this once; of it only a hash is kept. */
export async function makeComingLinks(
  tx: Database,
  { random }: Pick<App, 'random'>,
  meeting: MeetingId,
  people: readonly PersonId[],
  at: Date,
): Promise<Map<PersonId, string>> {
  const made = people.map((person) => ({ person, ...makeToken(random) }));
  await insertAnswerLinks(
    tx,
    made.map(({ id, secretHash, person }) => ({ id, secretHash, meeting, person, at })),
  );
  return new Map(made.map(({ person, words }) => [person, words]));
}

/** Whose answer to what it is; null for whatever is no link of ours, or one whose meeting or person is gone. */
export async function readComingLink({ db }: Pick<App, 'db'>, words: string | undefined) {
  const token = readToken(words);
  const found = token && (await findAnswerLink(db, token.id));
  return found && isSecretOf(token.secret, found.secret_hash) ? found : null;
}
