import { saveDerived } from '#db/reviews.ts';
import type { ReviewId } from '#domain/ids.ts';
import type { ReviewKind, WriteUp } from '#domain/write-up.ts';
import { linksOf } from '#domain/write-up-links.ts';
import { writeUpText } from '#domain/write-up-text.ts';
import type { App } from '../app.ts';
import { createReview } from '../reviews/create-review.ts';
import { wrongHost } from './content/a-wrong-host/write-up.ts';
import { twoCoasts } from './content/b-two-coasts/write-up.ts';
import { imagesGone } from './content/c-images-gone/write-up.ts';
import { certificate } from './content/d-certificate.ts';
import { evacuation } from './content/e-evacuation.ts';
import { REVIEWS } from './content/ids.ts';
import type { Name } from './content/meetings/story.ts';
import type { DEMO_TEAMS } from './demo-people.ts';
import { quoteChat, seedChat } from './seed-chat.ts';
import type { Cast } from './seed-people.ts';

interface Example {
  kind: ReviewKind;
  happenedOn: string;
  happenedUntil?: string;
  closest: (keyof typeof DEMO_TEAMS)[];
  analyst: Name;
  /** An analyst who was part of it says so, and the page warns. */
  wasInvolved?: true;
  writers: Name[];
  sourceNote: string;
  writeUp: WriteUp;
}

const RETOLD = 'Retells a public incident in our own words.';
const INVENTED = 'Invented: a small company that does not exist.';

const EXAMPLES = {
  wrongHost: {
    kind: 'incident',
    happenedOn: '2017-01-31',
    happenedUntil: '2017-02-01',
    closest: ['databases', 'backend'],
    analyst: 'amir',
    writers: ['priya', 'tomas'],
    sourceNote: `${RETOLD} Facts from GitLab’s post-mortem of 10 February 2017 and its note of 1 February 2017; the chat and all accounts are invented.`,
    writeUp: wrongHost(quoteChat),
  },
  twoCoasts: {
    kind: 'incident',
    happenedOn: '2018-10-21',
    happenedUntil: '2018-10-22',
    closest: ['databases'],
    analyst: 'amir',
    writers: ['priya'],
    sourceNote: `${RETOLD} Facts from GitHub’s analysis of 30 October 2018; accounts, meeting and action session are invented.`,
    writeUp: twoCoasts,
  },
  imagesGone: {
    kind: 'surprise',
    happenedOn: '2016-08-09',
    closest: ['backend'],
    analyst: 'amir',
    writers: ['tomas'],
    sourceNote: `${RETOLD} Facts from Travis CI’s post of 30 September 2016; the meeting and everything said in it is invented.`,
    writeUp: imagesGone,
  },
  certificate: {
    kind: 'near-miss',
    happenedOn: '2026-09-15',
    closest: ['payments', 'platform'],
    analyst: 'otto',
    wasInvolved: true,
    writers: ['felicity'],
    sourceNote: INVENTED,
    writeUp: certificate,
  },
  evacuation: {
    kind: 'success',
    happenedOn: '2026-10-06',
    closest: ['platform'],
    analyst: 'amir',
    writers: ['felicity', 'grace', 'priya'],
    sourceNote: INVENTED,
    writeUp: evacuation,
  },
} satisfies Record<keyof typeof REVIEWS, Example>;

/** Makes one example, published, at the time its story gives the clock. A brings its chat along. */
export async function seedReview(
  app: App,
  { people, teams }: Cast,
  name: keyof typeof REVIEWS,
): Promise<void> {
  const example: Example = EXAMPLES[name];
  const analyst = people[example.analyst];
  await createReview(
    app,
    analyst,
    {
      id: REVIEWS[name],
      kind: example.kind,
      happenedOn: example.happenedOn,
      happenedUntil: example.happenedUntil ?? null,
      zone: 'UTC',
      privacy: 'open',
      closestTeams: example.closest.map((team) => teams[team]),
      analysts: [{ person: analyst.id, wasInvolved: example.wasInvolved ?? false, leadsInvolved: false }],
      writers: example.writers.map((writer) => people[writer].id),
      sourceNote: example.sourceNote,
      publish: true,
      writeUp: example.writeUp,
    },
    async (tx, id) => {
      if (name === 'wrongHost') await seedChat(tx, id, analyst, app.clock.now());
    },
  );
}

/** Links between reviews are derived when one is made, and then only to those that exist: once all do, they are derived again. */
export async function deriveLinks(app: App): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    for (const [name, { writeUp }] of Object.entries(EXAMPLES))
      await saveDerived(tx, REVIEWS[name as keyof typeof REVIEWS] as ReviewId, {
        title: writeUp.title,
        standfirst: writeUp.standfirst,
        searchText: writeUpText(writeUp),
        linksTo: linksOf(writeUp),
      });
  });
}
