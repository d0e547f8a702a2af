import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { listSources } from '#db/evidence.ts';
import { insertTeam } from '#db/teams.ts';
import { withDatabase } from '#db/testing.ts';
import { asId, type TeamId } from '#domain/ids.ts';
import { isRefused } from '#domain/refused.ts';
import type { SignedIn } from '../app.ts';
import { readStoredWriteUp } from '../reviews/read-stored-write-up.ts';
import { requireReview } from '../reviews/require-review.ts';
import { beginImport, type ToImport } from './begin-import.ts';
import { bringIn } from './bring-in.ts';
import { findImport } from './find-import.ts';
import { keepChoices, openImport } from './keep-choices.ts';
import type { Preview } from './preview.ts';
import { readPreviewForm } from './preview-form.ts';
import { aField, type Field } from './testing.ts';

const NIGHT =
  '# A slow night\n\nAll times in UTC\n\n## Timeline\n\n- [23:00] lag\n- [01:00] more\n- [02:00] gone\n- [???] known';

withDatabase((engine) => {
  let field: Field;
  let ada: SignedIn;
  beforeAll(async () => {
    field = aField(engine.db);
    ada = await field.person('Ada');
  });

  const held = async (chosen: Partial<ToImport>) => {
    const nothing = { review: null, files: [], pasted: '', pastedAs: 'post-mortem' } as const;
    const begun = await beginImport(field.app, ada, { ...nothing, ...chosen });
    if (isRefused(begun)) throw new Error(begun.refused);
    return begun.id;
  };
  const read = (id: string, form: FormData) => readPreviewForm(field.app, ada, id, form);
  const lookAt = async (id: string, form?: FormData) => {
    const choices = form && (await read(id, form)).choices;
    const { preview } = await findImport(field.app, ada, id, choices);
    if (!preview) throw new Error('no preview');
    return preview;
  };
  const night = async () => {
    const id = await held({ pasted: NIGHT });
    const first = formOf(await lookAt(id));
    first.set('happenedOn', '2026-10-05');
    return { id, form: formOf(await lookAt(id, first)) };
  };

  it('a corrected day stays corrected however often the times are shown again', async () => {
    const { id, form } = await night();
    const [, second = ''] = dayFields(form);
    form.set(second, '2026-10-08');
    const shown = formOf(await lookAt(id, form));
    expect(days(shown)).toEqual(['2026-10-05', '2026-10-08', '2026-10-08', '']);
    expect(days(formOf(await lookAt(id, shown)))).toEqual(days(shown));
  });

  it('days that move with a corrected one are shown before anything is stored, and stored as shown', async () => {
    const { id, form } = await night();
    const [, second = ''] = dayFields(form);
    form.set(second, '2026-10-08');
    expect(await read(id, form)).toMatchObject({
      problems: { form: expect.stringContaining('days further down have moved') },
    });
    const again = await read(id, formOf(await lookAt(id, form)));
    if (!('toBring' in again)) throw new Error(JSON.stringify(again.problems));
    await bringIn(field.app, ada, id, again.toBring);
    const { review } = await findImport(field.app, ada, id);
    const { document } = await requireReview(field.app, ada, review?.id);
    const { moments } = await readStoredWriteUp(field.app, document);
    expect(moments.map(({ time }) => ('start' in time ? time.start : time.certainty))).toEqual([
      '2026-10-05T23:00:00.000Z',
      '2026-10-08T01:00:00.000Z',
      '2026-10-08T02:00:00.000Z',
      'order-only',
    ]);
  });

  it('so are all of them when the day of the review is changed; what is refused or has no day moves nothing', async () => {
    const { id, form } = await night();
    expect(await read(id, form)).toHaveProperty('toBring');
    form.set('happenedOn', '2026-10-06');
    expect(await read(id, form)).toHaveProperty('problems.form');
    for (const name of [...form.keys()]) if (name.startsWith('take.')) form.delete(name);
    expect(await read(id, form)).toHaveProperty('toBring');
  });

  it('what was ticked, unticked and typed is there again for whoever comes back, and for nobody else', async () => {
    const team = await aTeam();
    const { id, form } = await night();
    const [first = ''] = [...form.keys()].filter((name) => name.startsWith('take.'));
    form.delete(first);
    form.set('title', 'Named by hand');
    form.append('closestTeams[]', team);
    form.set('wasInvolved', 'on');
    await keepChoices(field.app, ada, id, form);
    const { found, given } = await openImport(field.app, ada, id);
    const rows = found.preview?.sections.flatMap((section) => section.rows) ?? [];
    expect(rows.flatMap((row) => ('take' in row ? [row.take] : []))).toEqual([false, true, true, true]);
    expect(found.preview?.title).toBe('Named by hand');
    expect(given).toMatchObject({ closestTeams: [team], facts: { wasInvolved: 'on' } });
    const ben = await field.person('Ben');
    await expect(keepChoices(field.app, ben, id, form)).rejects.toMatchObject({ init: { status: 404 } });
  });

  it('one day that cannot be read costs none of the other choices', async () => {
    const { id, form } = await night();
    const [first = '', second = ''] = dayFields(form);
    form.set(first, '2026-02-30');
    form.set(second, '2026-10-08');
    expect(await read(id, form)).toHaveProperty('problems.form');
    expect(days(formOf(await lookAt(id, form)))[1]).toBe('2026-10-08');
  });

  const day = (text: string) => {
    const message = { type: 'message', user: 'U1', ts: '1763630000.000200', text };
    return { path: '2026-11-20.json', bytes: new TextEncoder().encode(JSON.stringify([message])) };
  };

  it('days without their folder come in under the channel their person names, so that two never mix', async () => {
    const review = await aReview();
    for (const channel of ['ops', '#support', 'ops']) {
      const id = await held({ files: [day(`of ${channel}`)], review });
      const form = formOf(await lookAt(id));
      expect(await read(id, form)).toMatchObject({
        problems: { channelName: 'Please say which channel these messages are from.' },
      });
      form.set('channelName', channel);
      const said = await read(id, form);
      if (!('toBring' in said)) throw new Error(JSON.stringify(said.problems));
      expect(await bringIn(field.app, ada, id, said.toBring)).toBeUndefined();
    }
    expect((await listSources(engine.db, review)).map(({ name }) => name).sort()).toEqual([
      '#ops',
      '#support',
    ]);
  });

  it('a channel that was unticked stays so when the form comes back', async () => {
    const id = await held({ files: [{ ...day('secret'), path: 'secret-hr/2026-11-20.json' }, day('x')] });
    const form = formOf(await lookAt(id));
    form.delete('channel');
    await keepChoices(field.app, ada, id, form);
    expect((await openImport(field.app, ada, id)).given?.channels).toEqual([]);
    expect((await read(id, form)).given.channels).toEqual([]);
  });

  const aTeam = async () => {
    const id = asId<TeamId>(randomUUID());
    await insertTeam(engine.db, { id, name: `Team ${id}` });
    return id;
  };
  const aReview = async () => {
    const { id, form } = await night();
    const said = await read(id, form);
    if ('toBring' in said) await bringIn(field.app, ada, id, said.toBring);
    const { review } = await findImport(field.app, ada, id);
    if (!review) throw new Error('no review');
    return review.id;
  };
});

/** The preview's form as its page shows it, untouched. */
function formOf({ title, day, zone, sections, channels }: Preview): FormData {
  const form = new FormData();
  const set = (name: string, value: string) => form.set(name, value);
  for (const [name, value] of Object.entries({ title, happenedOn: day, zone, kind: 'incident' }))
    set(name, value);
  set('privacy', 'private');
  for (const { key } of channels) form.append('channel', key);
  for (const row of sections.flatMap((section) => section.rows)) {
    if (row.type === 'text') continue;
    if (row.take) set(`take.${row.id}`, 'on');
    if (row.type !== 'chat') set(`kind.${row.id}`, row.kind);
    if (row.type === 'finding') continue;
    set(`day.${row.id}`, row.day);
    set(`proposed.${row.id}`, row.proposed);
    if (row.type === 'moment' && row.orderOnly && !row.doubts.includes('time-unknown'))
      set(`order.${row.id}`, 'on');
  }
  return form;
}

const dayFields = (form: FormData): string[] => [...form.keys()].filter((name) => name.startsWith('day.'));
const days = (form: FormData) => dayFields(form).map((name) => form.get(name));
