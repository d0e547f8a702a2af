import type { StageId } from '#domain/ids.ts';
import { isSame, joinChanges, type Loaded } from '#domain/join-changes.ts';
import type { StagePlan } from './stage.ts';

/** A stage that exists already has its id. */
export type PlannedStage = StagePlan & { id?: StageId | undefined };

/**
 * One agenda of two hands: each stage as `joinChanges` has it. Stages that another has added stay, those that another has taken out
 * are gone, and the order is that of whoever has moved them.
 * @param loaded the agenda as the form was loaded with it, compared and never stored
 * @returns sentences for what both have changed, differently; there the agenda has this hand's
 */
export function joinAgendas(
  loaded: unknown,
  stored: readonly PlannedStage[],
  typed: readonly PlannedStage[],
): { stages: PlannedStage[]; asked: string[] } {
  const before = stagesById(loaded);
  const now = new Map(stored.flatMap((stage) => (stage.id === undefined ? [] : [[stage.id, stage]])));
  const left = knownAgain(withIdsOnce(typed), before, stored);
  const asked: string[] = [];
  const mine = left.flatMap((stage) => joinStage(stage, before, now, asked));
  const theirs = stored.filter((stage) => {
    const was = stage.id && before.get(stage.id);
    if (!was || left.some(({ id }) => id === stage.id)) return true;
    if (!isSame(was, stage)) asked.push(`“${stage.title}”, which you took out, has been changed meanwhile.`);
    return false;
  });
  const stages = new Map([...theirs, ...mine].flatMap((stage) => (stage.id ? [[stage.id, stage]] : [])));
  const { order, both } = joinOrders([...before.keys()], theirs.map(placeOf), mine.map(placeOf));
  if (both) asked.push('The order has been changed meanwhile, too.');
  return {
    stages: order.flatMap((place) => (typeof place === 'string' ? (stages.get(place) ?? []) : [place])),
    asked,
  };
}

type Place = StageId | PlannedStage;

/** A stage is known by its id, a new one by itself. */
const placeOf = (stage: PlannedStage): Place => stage.id ?? stage;

function joinStage(
  stage: PlannedStage,
  before: ReadonlyMap<string, Loaded>,
  now: ReadonlyMap<string, PlannedStage>,
  asked: string[],
): PlannedStage[] {
  if (stage.id === undefined) return [stage];
  const was = before.get(stage.id);
  const stored = now.get(stage.id);
  if (stored === undefined) {
    if (was && isSame(was, stage)) return [];
    if (was) asked.push(`“${stage.title}” has been taken out meanwhile.`);
    const { id: _, ...anew } = stage;
    return [anew];
  }
  const { joined, both } = joinChanges(was ?? {}, stored, stage);
  asked.push(...both.flatMap((piece) => pieceWords(stored, piece)));
  return [joined];
}

/** A new stage that was kept already is that one: a form pressed twice adds nothing twice. */
function knownAgain(
  typed: readonly PlannedStage[],
  before: Map<string, Loaded>,
  stored: readonly PlannedStage[],
): PlannedStage[] {
  const fresh = stored.filter(({ id }) => id && !before.has(id) && !typed.some((stage) => stage.id === id));
  return typed.map((stage) => {
    if (stage.id !== undefined) return stage;
    // notes that this hand may not read are shown to it as none
    const at = fresh.findIndex((one) =>
      isSame({ ...one, id: undefined }, one.notes === '' ? { ...stage, notes: '' } : stage),
    );
    const [same] = at === -1 ? [] : fresh.splice(at, 1);
    if (!same?.id) return stage;
    before.set(same.id, { ...same });
    return { ...stage, id: same.id };
  });
}

/** What another has made of one field. */
function pieceWords(stage: PlannedStage, piece: keyof PlannedStage): string[] {
  const says = (what: string) => [`“${stage.title}”: ${what}`];
  if (piece === 'title') return says('that is what it is called now.');
  if (piece === 'minutes') return says(`it takes ${stage.minutes} minutes now.`);
  if (piece === 'prompt') return says(stage.prompt ? `it asks now: ${stage.prompt}` : 'it asks nothing now.');
  if (piece === 'notes')
    return says(stage.notes ? `its notes are now: ${stage.notes}` : 'its notes are empty now.');
  if (piece === 'teller') return says('who tells it has been changed meanwhile.');
  return piece === 'targets' ? says('what it shows has been changed meanwhile.') : [];
}

/** The order of whoever has moved something; what only the other one has comes after what it came after there. */
function joinOrders(
  before: readonly string[],
  theirs: readonly Place[],
  mine: readonly Place[],
): { order: Place[]; both: boolean } {
  const common = before.filter((id) => includes(theirs, id) && includes(mine, id));
  const among = (places: readonly Place[]) => places.filter((place) => includes(common, place)).join();
  const [were, are, left] = [common.join(), among(theirs), among(mine)];
  const isMine = left !== were;
  return {
    order: isMine ? woven(mine, theirs) : woven(theirs, mine),
    both: isMine && are !== were && are !== left,
  };
}

function woven(base: readonly Place[], other: readonly Place[]): Place[] {
  const order = [...base];
  other.forEach((place, at) => {
    if (includes(order, place)) return;
    const previous = other[at - 1];
    order.splice(previous === undefined ? 0 : order.indexOf(previous) + 1, 0, place);
  });
  return order;
}

const includes = (places: readonly unknown[], place: unknown): boolean => places.includes(place);

/** The same id twice is one stage and a new one like it. */
const withIdsOnce = (stages: readonly PlannedStage[]): PlannedStage[] => {
  const seen = new Set<StageId>();
  return stages.map((stage) => {
    if (stage.id === undefined || !seen.has(stage.id)) {
      if (stage.id) seen.add(stage.id);
      return stage;
    }
    const { id: _, ...anew } = stage;
    return anew;
  });
};

const stagesById = (loaded: unknown): Map<string, Loaded> =>
  new Map(
    (Array.isArray(loaded) ? loaded : []).flatMap((stage: unknown) =>
      isStage(stage) ? [[stage.id, stage]] : [],
    ),
  );

const isStage = (stage: unknown): stage is Loaded & { id: string } =>
  typeof stage === 'object' && stage !== null && 'id' in stage && typeof stage.id === 'string';
