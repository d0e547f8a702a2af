import { isBroughtOpened, listBrought, listNames } from '#db/brought.ts';
import { findLookBack, findWantedChange } from '#db/look-backs.ts';
import { listLeadChanges } from '#db/meeting-events.ts';
import { listStages } from '#db/meeting-stages.ts';
import { listSurvey } from '#db/surveys.ts';
import { NO_FIGURES_YET, whoCameWords } from '#domain/attendance/figure-words.ts';
import { asId, type MeetingId, type PersonId, type ReviewId, type StageId } from '#domain/ids.ts';
import type { Brought, BroughtShown, BroughtToFacilitators } from '#domain/meeting/around/brought.ts';
import { type LeadChange, leadChanges, peopleIn } from '#domain/meeting/around/lead-changes.ts';
import type { LookBack } from '#domain/meeting/around/look-back.ts';
import { type SurveyKey, type SurveyShown, USUAL_SURVEY } from '#domain/meeting/around/survey.ts';
import { reopenUntil } from '#domain/meeting/may-command.ts';
import type { Meeting } from '#domain/meeting/meeting.ts';
import type { App, SignedIn } from '../../app.ts';
import { readAttendance } from '../../attendance/read-markers.ts';
import { toldOfBox } from '../inputs/read-inputs.ts';
import { type AskedMeeting, requireMeeting } from '../require-meeting.ts';
import { countSurveys, showSurvey } from './survey.ts';

/** Before a meeting, for one person. */
export interface BeforeMeeting {
  /** What this person brought under their name. */
  mine: readonly { id: string; words: string }[];
  /** What came without a name has been opened: nothing more goes in. */
  opened: boolean;
  agenda: readonly { id: string; title: string; minutes: number }[];
  /** Null unless they facilitate. */
  facilitator: {
    brought: BroughtToFacilitators;
    survey: readonly SurveyKey[];
    /** From their own look back on the meeting they led last; '' where there is none. */
    wantedChange: string;
  } | null;
}

export async function readBefore(
  app: App,
  person: SignedIn,
  id: string | undefined,
): Promise<{ asked: AskedMeeting; before: BeforeMeeting }> {
  const asked = await requireMeeting(app, person, id);
  const { meeting, actor } = asked;
  const brought = await listBrought(app.db, meeting.id);
  const chosen = await listSurvey(app.db, meeting.id);
  return {
    asked,
    before: {
      mine: brought.filter(({ by }) => by === person.id).map(({ id, words }) => ({ id, words })),
      opened: await isBroughtOpened(app.db, meeting.id),
      agenda: (await listStages(app.db, meeting.id)).map(({ id, title, minutes }) => ({
        id,
        title,
        minutes,
      })),
      facilitator: actor.steers
        ? {
            brought: await broughtToFacilitators(app, meeting, brought),
            survey: chosen.length > 0 ? chosen.map(({ key }) => key) : USUAL_SURVEY,
            wantedChange: await findWantedChange(app.db, { meeting: meeting.id, person: person.id }),
          }
        : null,
    },
  };
}

/** For those who facilitate alone, until the meeting has ended. */
export async function broughtToFacilitators(
  app: App,
  meeting: Meeting,
  known?: readonly Brought[],
): Promise<BroughtToFacilitators> {
  const brought = known ?? (await listBrought(app.db, meeting.id));
  const opened = await isBroughtOpened(app.db, meeting.id);
  return {
    questions: await shown(app, brought),
    box: opened ? null : await toldOfBox(app, asId<StageId>(meeting.id), app.clock.now()),
  };
}

async function shown({ db }: App, brought: readonly Brought[]): Promise<BroughtShown[]> {
  const names = await listNames(
    db,
    brought.flatMap(({ by }) => by ?? []),
  );
  return brought.map(({ id, by, words, touched }) => ({
    id,
    by: by === null ? null : (names.get(by) ?? ''),
    words,
    touched,
  }));
}

/** After a meeting: what was brought and whether it was touched, what was asked at the end, and one's own look back. */
export interface AfterMeeting {
  /** Empty until the meeting has ended. */
  brought: readonly BroughtShown[];
  /** Something without a name came in and has not been opened; for those who facilitate, else null. */
  box: BroughtToFacilitators['box'];
  survey: SurveyShown | null;
  /** What is in a box now is shown to nobody any more. */
  boxesGone: boolean;
  /** What came without a name was opened, or cannot be any more. */
  boxOver: boolean;
  /** Who came, as far as that is published, in words (A6). */
  whoCame: readonly string[];
  /** Who took over, or was handed the lead (M17). */
  leads: readonly LeadChange[];
  /** Null unless they facilitate, or wrote one while they did. */
  lookBack: LookBack | null;
}

export async function readAfter(
  app: App,
  person: PersonId,
  { meeting, actor, review }: AskedMeeting,
): Promise<AfterMeeting> {
  const hasEnded = meeting.phase === 'ended';
  if (hasEnded) await countSurveys(app);
  const own = { meeting: meeting.id, person };
  return {
    brought: hasEnded ? await shown(app, await listBrought(app.db, meeting.id)) : [],
    box: hasEnded && actor.steers ? (await broughtToFacilitators(app, meeting, [])).box : null,
    survey: await showSurvey(app, meeting),
    boxesGone: isBoxOver(meeting, app.clock.now()),
    boxOver: isBoxOver(meeting, app.clock.now()) || (await isBroughtOpened(app.db, meeting.id)),
    whoCame: await whoCameTo(app, review.id, meeting.id),
    leads: await leadsOf(app, meeting),
    lookBack:
      (await findLookBack(app.db, own)) ??
      (actor.steers && 'startedAt' in meeting ? { helped: '', change: '' } : null),
  };
}

const isBoxOver = (meeting: Meeting, now: Date): boolean =>
  meeting.phase === 'cancelled' || (meeting.phase === 'ended' && now > reopenUntil(meeting.endedAt));

async function whoCameTo(app: App, review: ReviewId, meeting: MeetingId): Promise<string[]> {
  const figures = (await readAttendance(app, review)).find((one) => one.meeting === meeting);
  return figures ? whoCameWords(figures) : [NO_FIGURES_YET];
}

async function leadsOf({ db }: App, { id }: Meeting): Promise<LeadChange[]> {
  const events = await listLeadChanges(db, id);
  return leadChanges(events, await listNames(db, peopleIn(events)));
}
