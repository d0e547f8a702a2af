-- A7: shown by name only by its owner's choice.
alter table attendance add column named boolean not null default false;
-- whose first it is (A8), and erasing
create index attendance_person on attendance (person_id);

-- A9: somebody without an account, once per device. The device keeps the id in a cookie; no guest, person or time is here.
create table guest_attendance (
  id uuid primary key,
  meeting_id uuid not null references meetings (id) on delete cascade,
  how text not null check (how in ('choice', 'asked')),
  mode text not null check (mode in ('room', 'remote', 'later'))
);
create index guest_attendance_meeting on guest_attendance (meeting_id);

-- A5: as it was on the meeting's day, noted when it starts: how many people there were, and who was on the closest teams.
create table meeting_days (
  meeting_id uuid primary key references meetings (id) on delete cascade,
  people int not null,
  -- A6: when it was last looked whether its figures may change; once a day at most
  looked_at timestamptz
);
create index meeting_days_looked on meeting_days (looked_at);
create table meeting_closest (
  meeting_id uuid not null references meetings (id) on delete cascade,
  person_id uuid not null references people (id) on delete cascade,
  primary key (meeting_id, person_id)
);
create index meeting_closest_person on meeting_closest (person_id);

-- A6: what everybody may know, and the only thing any door reads. A count is null where it is not a number for others.
create table attendance_figures (
  meeting_id uuid not null references meetings (id) on delete cascade,
  side text not null check (side in ('outside', 'closest', 'unknown')),
  shown jsonb not null,
  -- the last value of each kind that was ever shown
  last jsonb not null,
  all_count int,
  choice_count int,
  asked_count int,
  published_at timestamptz not null,
  primary key (meeting_id, side)
);

-- meetings held before this: the teams as they are now is the nearest there is
insert into meeting_days (meeting_id, people)
  select id, (select count(*) from people where deactivated_at is null) from meetings where started_at is not null;
insert into meeting_closest (meeting_id, person_id)
  select distinct meetings.id, team_members.person_id from meetings
  join review_teams on review_teams.review_id = meetings.review_id
  join team_members on team_members.team_id = review_teams.team_id
  join people on people.id = team_members.person_id
  where meetings.started_at is not null and people.deactivated_at is null;
