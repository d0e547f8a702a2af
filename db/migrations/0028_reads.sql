-- R1: once per person and day, not its writers. `closest` as their teams were on that day (R2).
create table reads (
  review_id uuid not null references reviews (id) on delete cascade,
  person_id uuid not null references people (id) on delete cascade,
  day date not null,
  closest boolean not null,
  primary key (review_id, person_id, day)
);
create index reads_day on reads (day);
create index reads_person on reads (person_id);

-- R3, A6: how many different people read it in a week that is over, made once. No row: nobody, or nothing to say.
create table read_figures (
  review_id uuid not null references reviews (id) on delete cascade,
  -- its Monday
  week date not null,
  outside jsonb not null,
  closest jsonb not null,
  primary key (review_id, week)
);
create index read_figures_week on read_figures (week);
-- the weeks whose figures have been made
create table read_weeks (
  week date primary key
);

-- P12: where the words of a review name somebody who has been erased, for its analysts to look through. Not the name.
create table erased_names (
  id uuid primary key,
  review_id uuid not null references reviews (id) on delete cascade,
  place text not null,
  -- how many passages of that kind name them
  passages int not null,
  at timestamptz not null
);
create index erased_names_review on erased_names (review_id);
