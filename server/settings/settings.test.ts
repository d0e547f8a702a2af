import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findMeeting, insertMeeting, setMeetingPeople } from '#db/meetings.ts';
import { listReviewPeople } from '#db/review-people.ts';
import { listTeamMembers } from '#db/teams.ts';
import { withDatabase } from '#db/testing.ts';
import { asId, type MeetingId, type PersonId, type ReviewId, type TeamId } from '#domain/ids.ts';
import { isRefused } from '#domain/refused.ts';
import type { SignedIn } from '../app.ts';
import { identifyToken } from '../people/identify.ts';
import { startSignIn } from '../people/sign-in.ts';
import { ensureWorkspace, NOON, somebody, type TestApp, testApp } from '../people/testing.ts';
import { changePerson } from './change-person.ts';
import { changeTeam, makeTeam } from './change-team.ts';
import { changeFreeDays, changeWorkspace } from './change-workspace.ts';
import { activatePerson, deactivatePerson } from './deactivate-person.ts';
import { invitePerson } from './invite-person.ts';
import { readPeople, readPerson, readWorkspace } from './read-settings.ts';
import { renewLink } from './renew-link.ts';

describe('settings', () =>
  withDatabase((engine) => {
    let app: TestApp;
    let root: SignedIn;
    let grace: SignedIn;
    const unknown = asId<PersonId>('6f1c2b9e-0000-4000-8000-00000000dead');

    beforeAll(async () => {
      app = testApp(() => engine.db);
      await ensureWorkspace(app);
      root = await somebody(app, { name: 'Root', role: 'administrator' });
    });
    beforeEach(async () => {
      grace = await somebody(app, { name: 'Grace Hopper' });
    });

    const team = async (name: string) => {
      const made = await makeTeam(app, root, name);
      if (isRefused(made)) throw new Error(made.refused);
      return made;
    };
    const factsOf = (person: SignedIn) => ({
      name: person.name,
      startedOn: null,
      role: person.role,
      teams: [],
    });
    const reviewBy = async (analysts: readonly SignedIn[]) => {
      const id = asId<ReviewId>(app.random.uuid());
      const facts = {
        kind: 'incident',
        happened_on: '2026-11-01',
        happened_zone: 'UTC',
        privacy: 'private',
      } as const;
      const row = { id, ...facts, title: 'Private words', created_by: root.id, created_at: NOON };
      await app.db
        .insertInto('reviews')
        .values({ ...row, happened_until: null, published_at: null, deleted_at: null, done_at: null })
        .execute();
      const rows = analysts.map(({ id: person_id }) => ({
        review_id: id,
        person_id,
        role: 'analyst' as const,
      }));
      await app.db.insertInto('review_people').values(rows).execute();
      return id;
    };

    test('[P1] nobody but an administrator changes or reads any of it', async () => {
      const asked = [
        () => readPeople(app, grace),
        () => readPerson(app, grace, grace.id),
        () => readWorkspace(app, grace),
        () => invitePerson(app, grace, { ...factsOf(grace), email: 'x@example.test' }),
        () => renewLink(app, grace, root.id),
        () => changePerson(app, grace, grace.id, { ...factsOf(grace), role: 'administrator' }),
        () => deactivatePerson(app, grace, root.id, null),
        () => activatePerson(app, grace, grace.id),
        () => makeTeam(app, grace, 'Mine'),
        () => changeTeam(app, grace, asId<TeamId>(unknown), { name: 'Mine', members: [], leads: [] }),
        () => changeWorkspace(app, grace, { name: 'Mine', zone: 'UTC' }),
        () => changeFreeDays(app, grace, { weekend: [], holidays: [] }),
      ];
      for (const ask of asked) await expect(ask()).rejects.toMatchObject({ init: { status: 404 } });
    });

    test('an address belongs to one person', async () => {
      const answer = await invitePerson(app, root, { ...factsOf(grace), email: grace.email });
      expect(answer).toHaveProperty('refused', 'Somebody here already has this address.');
    });

    test('a person is invited with start date, team and role', async () => {
      const platform = await team('Platform');
      const invitation = {
        name: 'Amir Khan',
        email: 'amir@example.test',
        startedOn: '2026-10-01',
        role: 'member' as const,
      };
      const answer = await invitePerson(app, root, { ...invitation, teams: [platform] });
      if (isRefused(answer)) throw new Error(answer.refused);
      const { found, teams } = await readPerson(app, root, answer.id);
      expect(found).toMatchObject({ started_on: '2026-10-01', face_letters: 'AK', role: 'member' });
      expect(teams).toEqual([platform]);
    });

    test('[P8] the last administrator can neither leave nor step down', async () => {
      expect(await deactivatePerson(app, root, root.id, grace.id)).toHaveProperty('refused');
      expect(await changePerson(app, root, root.id, { ...factsOf(root), role: 'member' })).toHaveProperty(
        'refused',
      );
      expect(await changePerson(app, root, root.id, factsOf(root))).toEqual({ changed: true });
    });

    test('[P8] two administrators who deactivate one another at once do not both succeed', async () => {
      const second = await somebody(app, { role: 'administrator' });
      const answers = await Promise.allSettled([
        deactivatePerson(app, root, second.id, null),
        deactivatePerson(app, second, root.id, null),
      ]);
      const done = answers.filter((answer) => answer.status === 'fulfilled' && !isRefused(answer.value));
      expect(done).toHaveLength(1);
      // whoever of the two is left, root is to be the only one again
      await activatePerson(app, root, root.id);
      await activatePerson(app, root, second.id);
      await deactivatePerson(app, root, second.id, null);
    });

    test('[P8] reviews that only the leaving person looks after are handed over first', async () => {
      const alone = await reviewBy([grace]);
      const shared = await reviewBy([grace, root]);
      const tomas = await somebody(app, { name: 'Tomas' });
      expect((await readPerson(app, root, grace.id)).resting).toEqual({ reviews: 1, meetings: 0 });
      for (const nobody of [null, grace.id, unknown]) {
        const answer = await deactivatePerson(app, root, grace.id, nobody);
        expect(answer).toHaveProperty(
          'refused',
          'Grace Hopper is the only analyst of one review. Choose who takes over.',
        );
      }
      expect((await readPerson(app, root, grace.id)).found.deactivated_at).toBeNull();
      expect(await deactivatePerson(app, root, grace.id, tomas.id)).toEqual({ reviews: 1, meetings: 0 });
      const analysts = async (id: ReviewId) =>
        (await listReviewPeople(app.db, id)).map((row) => row.person_id);
      expect(await analysts(alone)).toContain(tomas.id);
      expect(await analysts(shared)).not.toContain(tomas.id);
    });

    test('[P8] meetings to come that only the leaving person facilitates are handed over first', async () => {
      const review = await reviewBy([root]);
      const tomas = await somebody(app, { name: 'Tomas' });
      const meetingBy = async (startsAt: string, facilitators: readonly SignedIn[]) => {
        const meeting = { id: asId<MeetingId>(app.random.uuid()), review, kind: 'review', at: NOON } as const;
        await insertMeeting(
          app.db,
          { ...meeting, plannedBy: root.id },
          {
            title: 'M',
            startsAt: new Date(startsAt),
            zone: 'UTC',
            localTime: startsAt.slice(0, 16),
            minutes: 60,
            callLink: '',
            takeOver: 'co-facilitators',
            scribe: null,
          },
        );
        const ids = facilitators.map(({ id }) => id);
        await setMeetingPeople(app.db, meeting.id, 'facilitator', ids);
        await setMeetingPeople(app.db, meeting.id, 'invited', [tomas.id]);
        return meeting.id;
      };
      const alone = await meetingBy('2026-11-23T10:00:00Z', [grace]);
      const shared = await meetingBy('2026-11-24T10:00:00Z', [grace, root]);
      const long = await meetingBy('2026-11-01T10:00:00Z', [grace]);

      expect((await readPerson(app, root, grace.id)).resting).toEqual({ reviews: 0, meetings: 1 });
      expect(await deactivatePerson(app, root, grace.id, null)).toHaveProperty(
        'refused',
        'Grace Hopper is the only facilitator of one meeting to come. Choose who takes over.',
      );
      expect(await deactivatePerson(app, root, grace.id, tomas.id)).toEqual({ reviews: 0, meetings: 1 });
      const planOf = async (id: MeetingId) => (await findMeeting(app.db, id))?.plan;
      expect(await planOf(alone)).toMatchObject({ facilitators: [tomas.id], invited: [] });
      expect(await planOf(shared)).toMatchObject({ facilitators: [root.id], invited: [tomas.id] });
      expect(await planOf(long)).toMatchObject({ facilitators: [grace.id] });
      expect(app.roomsChanged.sort()).toEqual([alone, shared].sort());
    });

    test('[P7] who is deactivated is out at once, and their links are void', async () => {
      const token = await startSignIn(app, app.db, grace.id, { device: '', formerToken: null });
      await renewLink(app, root, grace.id);
      const judged = app.judged;
      await deactivatePerson(app, root, grace.id, null);
      expect(app.judged).toBe(judged + 1);
      expect(await identifyToken(app, token)).toBeNull();
      const links = await app.db
        .selectFrom('one_time_links')
        .select('id')
        .where('person_id', '=', grace.id)
        .execute();
      expect(links).toEqual([]);
      expect(await renewLink(app, root, grace.id)).toHaveProperty('refused');
      await activatePerson(app, root, grace.id);
      expect(await identifyToken(app, token)).toBeNull();
    });

    test('[P7] a change of role counts at the next request', async () => {
      const token = await startSignIn(app, app.db, grace.id, { device: '', formerToken: null });
      await changePerson(app, root, grace.id, { ...factsOf(grace), role: 'administrator' });
      expect(await identifyToken(app, token)).toMatchObject({ role: 'administrator' });
      await changePerson(app, root, grace.id, factsOf(grace));
      expect(await identifyToken(app, token)).toMatchObject({ role: 'member' });
    });

    test('a team has a name of its own, members, and who leads', async () => {
      const tooling = await team('Tooling');
      expect(await makeTeam(app, root, 'Tooling')).toHaveProperty('refused');
      const facts = { name: 'Tools', members: [grace.id, root.id], leads: [root.id, unknown] };
      expect(await changeTeam(app, root, tooling, facts)).toEqual({ changed: true });
      const members = (await listTeamMembers(app.db)).filter((member) => member.team === tooling);
      expect(members.map(({ person, leads }) => [person, leads])).toEqual([
        [root.id, true],
        [grace.id, false],
      ]);
      const absent = { name: 'Tools', members: [unknown], leads: [] };
      expect(await changeTeam(app, root, tooling, absent)).toHaveProperty('refused');
    });

    test('who is deactivated keeps their teams for when they return', async () => {
      const support = await team('Support');
      await changeTeam(app, root, support, { name: 'Support', members: [grace.id], leads: [] });
      await deactivatePerson(app, root, grace.id, null);
      await changeTeam(app, root, support, { name: 'Support', members: [root.id], leads: [] });
      expect((await readPerson(app, root, grace.id)).teams).toEqual([support]);
    });

    test('[S2] the days nobody works are kept in order, and its name and zone apart from them', async () => {
      await changeFreeDays(app, root, {
        weekend: [6, 5, 6],
        holidays: [
          { day: '2026-12-25', name: 'Christmas Day' },
          { day: '2026-01-01', name: '' },
        ],
      });
      await changeWorkspace(app, root, { name: 'Works', zone: 'Asia/Kathmandu' });
      expect(await readWorkspace(app, root)).toMatchObject({
        zone: 'Asia/Kathmandu',
        holiday_names: { '2026-12-25': 'Christmas Day' },
        weekend: [5, 6],
        holidays: ['2026-01-01', '2026-12-25'],
      });
    });
  }));
