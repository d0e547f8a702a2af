import type { Kysely } from 'kysely';
import type { PersonId } from '#domain/ids.ts';
import { type NoticeChoice, type NoticeKind, type NoticeMail, UNCHOSEN } from '#domain/notices/notice.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** One person's choice for every kind; what they have not chosen is as it is for everybody. */
export const listNoticeChoices = async (
  db: Database,
  person: PersonId,
): Promise<Record<NoticeKind, NoticeChoice>> => {
  const rows = await db.selectFrom('notice_choices').selectAll().where('person_id', '=', person).execute();
  const chosen = new Map<NoticeKind, NoticeChoice>(
    rows.map(({ kind, shown, mail }) => [kind, { shown, mail }]),
  );
  const of = (kind: NoticeKind) => chosen.get(kind) ?? UNCHOSEN;
  return {
    mention: of('mention'),
    answer: of('answer'),
    meeting: of('meeting'),
    soak: of('soak'),
    item: of('item'),
  };
};

export const saveNoticeChoice = async (
  db: Database,
  person: PersonId,
  kind: NoticeKind,
  choice: NoticeChoice,
): Promise<void> => {
  await db
    .insertInto('notice_choices')
    .values({ person_id: person, kind, ...choice })
    .onConflict((same) => same.columns(['person_id', 'kind']).doUpdateSet({ ...choice }))
    .execute();
};

/** Active people who chose to have this kind by mail in this way; of `among` only, where given. */
export const listWhoChoseMail = async (
  db: Database,
  kind: NoticeKind,
  mail: Exclude<NoticeMail, 'never'>,
  among?: readonly PersonId[],
): Promise<PersonId[]> => {
  if (among?.length === 0) return [];
  let query = db
    .selectFrom('notice_choices')
    .innerJoin('people', 'people.id', 'notice_choices.person_id')
    .select('people.id')
    .where('kind', '=', kind)
    .where('mail', '=', mail)
    .where('people.deactivated_at', 'is', null);
  if (among) query = query.where('people.id', 'in', [...among]);
  return (await query.orderBy('people.id').execute()).map(({ id }) => id);
};
