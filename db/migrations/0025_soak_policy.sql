-- S3: how long a soak lasts, and the working day an action session is proposed in. Soaks that run keep what they began with (S2).
alter table workspace add column soak_days int not null default 2;
alter table workspace add column soak_least int not null default 1;
alter table workspace add column soak_most int not null default 5;
alter table workspace add constraint workspace_soak_range
  check (1 <= soak_least and soak_least <= soak_days and soak_days <= soak_most and soak_most <= 5);
-- minutes since midnight, in the zone of whatever is planned
alter table workspace add column work_from int not null default 540;
alter table workspace add column work_until int not null default 1020;
alter table workspace add constraint workspace_work_day
  check (0 <= work_from and work_from + 60 <= work_until and work_until <= 1440);
-- what a holiday is called, by its day; a day without a name is in `holidays` alone
alter table workspace add column holiday_names jsonb not null default '{}';

-- a review's own choice; null: the policy's
alter table reviews add column soak_days int check (soak_days between 1 and 5);

-- S5: opened before its end; a soak that starts anew is not
alter table soaks add column opened_early_at timestamptz;

-- S5: why, shown for good. One that was followed by a new soak stays in the list.
create table early_openings (
  id uuid primary key,
  review_id uuid not null references reviews (id) on delete cascade,
  opened_at timestamptz not null,
  opened_by uuid not null references people (id),
  reason text not null check (length(reason) >= 20),
  -- when the soak would have ended
  would_end_at timestamptz not null,
  zone text not null
);
create index early_openings_review on early_openings (review_id);

-- A reflection may be answered, and may have come without a name: then it has no author and no time, for good (U3, U5).
alter table reflections alter column author_id drop not null;
alter table reflections alter column written_at drop not null;
alter table reflections add column answers uuid references reflections (id) on delete cascade;
alter table reflections add column taken_back boolean not null default false;
alter table reflections add constraint reflections_signed
  check ((author_id is null) = (written_at is null) or taken_back);
create index reflections_answers on reflections (answers);
