import { z } from 'zod';
import { recordAudit } from '#db/audit.ts';
import { deleteScreen, findScreen, putScreen, saveScreenChoices } from '#db/meeting-screens.ts';
import { lockMeeting } from '#db/meetings.ts';
import type { Meeting } from '#domain/meeting/meeting.ts';
import { FIRST_CHOICES, mayHaveScreen, type ScreenChoices } from '#domain/meeting/screen.ts';
import { isRefused, type Refused, refuse } from '#domain/refused.ts';
import type { App, SignedIn } from '../app.ts';
import { forbidden, notFound } from '../not-found.ts';
import { makeToken } from '../people/token.ts';
import { answerFor, type ScreenAnswer } from './read-screen.ts';
import { type AskedMeeting, requireMeeting } from './require-meeting.ts';

/** The bodies of `POST /meetings/:id/screen-control`, listed in `domain/RULES.md`. */
export const screenDeed = z.discriminatedUnion('do', [
  z.object({ do: z.literal('make') }),
  z.object({ do: z.literal('end') }),
  z.object({
    do: z.literal('choose'),
    blank: z.boolean().optional(),
    frozen: z.boolean().optional(),
    showTime: z.boolean().optional(),
    showParked: z.boolean().optional(),
  }),
]);
export type ScreenDeed = z.infer<typeof screenDeed>;

/** The screen as facilitators see it: what it shows, what is chosen for it, never its token. */
export interface ScreenControl {
  screen: null | {
    blank: boolean;
    frozen: boolean;
    showTime: boolean;
    showParked: boolean;
    answer: ScreenAnswer;
  };
}

/** P6 in spirit: for those who steer. */
async function requireSteering(app: App, person: SignedIn, id: string | undefined): Promise<AskedMeeting> {
  const found = await requireMeeting(app, person, id);
  if (!found.actor.steers) throw forbidden('The facilitators of this meeting look after its screen.');
  return found;
}

export async function readScreenControl(
  app: App,
  person: SignedIn,
  id: string | undefined,
): Promise<ScreenControl> {
  return control(app, await requireSteering(app, person, id));
}

async function control(app: App, { meeting, document, review }: AskedMeeting): Promise<ScreenControl> {
  const screen = await findScreen(app.db, meeting.id);
  if (screen === null || mayHaveScreen(meeting, app.clock.now()) !== true) return { screen: null };
  const answer = await answerFor(app, { meeting, document, momentZone: review.happened_zone, screen });
  const { frozen, ...choices } = screen.choices;
  return { screen: { ...choices, frozen: frozen !== null, answer } };
}

/** Makes the link (the one before goes dark), ends it, or chooses what it shows. `words` go out this once. */
export async function controlScreen(
  app: App,
  person: SignedIn,
  id: string | undefined,
  deed: ScreenDeed,
): Promise<(ScreenControl & { words?: string }) | Refused> {
  const found = await requireSteering(app, person, id);
  const done = await app.db.transaction().execute(async (tx) => {
    const meeting = await lockMeeting(tx, found.meeting.id);
    if (meeting === null) throw notFound();
    const may = mayHaveScreen(meeting, app.clock.now());
    if (may !== true && deed.do !== 'end') return may;
    switch (deed.do) {
      case 'make':
        return make(tx, app, person, meeting);
      case 'end':
        if (await deleteScreen(tx, meeting.id))
          await recordAudit(tx, app.clock.now(), person.id, 'closed a screen', { meeting: meeting.id });
        return {};
      case 'choose': {
        const before = await findScreen(tx, meeting.id);
        if (before === null) return refuse('There is no screen open just now. Show one first.');
        await saveScreenChoices(tx, meeting.id, chosen(before.choices, deed, meeting));
        return {};
      }
    }
  });
  if (isRefused(done)) return done;
  return { ...(await control(app, found)), ...done };
}

async function make(tx: App['db'], app: App, person: SignedIn, meeting: Meeting) {
  const token = makeToken(app.random);
  const before = await findScreen(tx, meeting.id);
  const { showTime, showParked } = before?.choices ?? FIRST_CHOICES;
  await putScreen(tx, meeting.id, {
    token: token.id,
    secretHash: token.secretHash,
    madeBy: person.id,
    madeAt: app.clock.now(),
    // a new screen shows something, whatever the one before was kept from
    choices: { ...FIRST_CHOICES, showTime, showParked },
  });
  await recordAudit(tx, app.clock.now(), person.id, 'opened a screen', { meeting: meeting.id });
  return { words: token.words };
}

/** Freezing keeps the place the group is at now; a screen that is frozen already stays where it stands. */
function chosen(
  before: ScreenChoices,
  { blank, frozen, showTime, showParked }: Extract<ScreenDeed, { do: 'choose' }>,
  meeting: Meeting,
): ScreenChoices {
  const here = 'current' in meeting ? { stage: meeting.current, spotlight: meeting.spotlight } : null;
  return {
    blank: blank ?? before.blank,
    frozen: frozen === undefined ? before.frozen : frozen ? (before.frozen ?? here) : null,
    showTime: showTime ?? before.showTime,
    showParked: showParked ?? before.showParked,
  };
}
