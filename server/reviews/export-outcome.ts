import { isUnsealed } from '#db/action-sessions.ts';
import { listEarlyOpenings } from '#db/early-openings.ts';
import { listItemMentions } from '#db/item-mentions.ts';
import { type ItemSend, listItemSends } from '#db/item-sends.ts';
import { listItems } from '#db/items.ts';
import { STANDING_WORDS, standingOf } from '#domain/action-session/standing.ts';
import type { ExportedOutcome } from '#domain/export/exported-review.ts';
import type { PersonId, ReviewId } from '#domain/ids.ts';
import { whereWords } from '#domain/trackers/where-words.ts';
import type { WriteUp } from '#domain/write-up.ts';
import { readOutcome, type SessionOutcome } from '../actions/read-outcome.ts';
import type { App } from '../app.ts';

/** What the action session decided; ideas only once they are open (C6). Null before there is anything. */
export async function collectOutcome(
  app: App,
  person: PersonId,
  review: ReviewId,
  writeUp: WriteUp,
): Promise<ExportedOutcome | null> {
  const [isOpen, { outcome, ideas: opened, fixed }, items, early, mentions, sends] = await Promise.all([
    isUnsealed(app.db, review),
    readOutcome(app.db, review, writeUp.findings),
    listItems(app.db, review),
    listEarlyOpenings(app.db, review),
    listItemMentions(app.db, person, review),
    listItemSends(app.db, review),
  ]);
  const ideas = isOpen ? opened : [];
  if (!isOpen && !outcome && items.length + fixed.length + early.length === 0) return null;
  const findingTitle = (id: string | null) => writeUp.findings.find((finding) => finding.id === id)?.title;
  return {
    openedEarly: early.map(({ byName, reason, at, wouldEndAt, zone }) => ({
      by: byName,
      reason,
      at: at.toISOString(),
      wouldEndAt: wouldEndAt.toISOString(),
      zone,
    })),
    ideas: ideas.map((idea) => ({
      words: idea.words,
      by: idea.authorName ?? 'name withheld',
      decision: decisionOf(idea),
      reason: idea.reason,
      group: idea.group,
      answers: idea.item ? '' : (findingTitle(idea.answers) ?? ''),
      done: idea.fixed.map((fact) => ({ words: fact.words, by: fact.byName })),
      together: idea.merged.map(({ words, authorName }) => ({ words, by: authorName ?? 'name withheld' })),
    })),
    items: items.map((item) => ({
      title: item.title,
      idea: opened.find(({ id }) => id === item.idea)?.words ?? item.title,
      owner: item.ownerName,
      answers: findingTitle(item.finding) ?? item.noFindingReason ?? '',
      due: item.dueOn,
      shows: item.shows,
      finishedAt: item.finishedAt?.toISOString() ?? null,
      askedOn: item.reviewOn,
      worked: item.worked,
      ...whereOf(sends.find((send) => send.item === item.id)),
      namedIn: mentions
        .filter(({ item: named }) => named === item.id)
        .map(({ title, kind }) => ({ title, kind })),
    })),
    alreadyFixed: fixed.map((fact) => ({ words: fact.words, by: fact.byName })),
    nothingToDo: outcome?.kind === 'nothing-to-do' ? outcome.reason : null,
    ending: outcome && outcome.kind !== 'nothing-to-do' ? outcome.reason : '',
  };
}

const decisionOf = (idea: SessionOutcome['ideas'][number]): string => {
  const standing = standingOf(idea);
  return standing === 'open' ? '' : STANDING_WORDS[standing].toLowerCase();
};

const whereOf = (send: ItemSend | undefined) =>
  send ? { where: whereWords({ ...send, tracker: send.trackerName }), whereAddress: send.url } : {};
