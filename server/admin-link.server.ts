/** `npm run admin-link [-- EMAIL]`: a one-time link for an administrator who has lost the way in. */
import { existsSync } from 'node:fs';
import { DatabaseRefused } from '#db/engine/errors.ts';
import { embeddedFolder, openDatabase } from '#db/open.server.ts';
import { isRefused, type Refused } from '#domain/refused.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { ownOrigins } from './http/own-origins.ts';
import { askAdminSocket } from './people/admin-socket.server.ts';
import { makeAdminLink } from './people/make-admin-link.ts';
import { systemRandom } from './random.server.ts';

const environment = readEnvironment(process.env);
if ('problems' in environment) fail(environment.problems.join('\n'));
const email = process.argv[2] ?? null;

const answer = await findLink(environment).catch((error: unknown) => {
  if (error instanceof DatabaseRefused) fail(error.message);
  throw error;
});
if (isRefused(answer)) fail(answer.refused);
console.log(`Open this once, within a day:\n${answer.url}`);

/** From the running server where one holds the folder; from the database itself where none does. */
async function findLink(environment: Environment): Promise<{ url: string } | Refused> {
  const { databaseUrl, dataDir } = environment;
  if (!databaseUrl) {
    const answer = await askAdminSocket(dataDir, email);
    if (answer) return answer;
    if (!existsSync(embeddedFolder(dataDir)))
      fail(`There is no workspace in ${dataDir} yet. Its first start prints the link that sets it up.`);
  }
  const [origin] = ownOrigins(environment, environment.port);
  const { db, close } = await openDatabase({ databaseUrl, dataDir }, { asFound: true });
  try {
    return await makeAdminLink({ db, random: systemRandom, origin }, email);
  } finally {
    await close();
  }
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
