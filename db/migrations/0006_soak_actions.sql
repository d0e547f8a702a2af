-- The time between meeting and acting, and what the action session leaves behind. Sealed ideas are in 0005; opened ones here.

-- One per review. Starting again replaces it (S7); zone, weekend and holidays are copied when it starts (S2).
create table soaks (
  review_id uuid primary key references reviews (id) on delete cascade,
  started_at timestamptz not null,
  ends_at timestamptz not null,
  working_days int not null check (working_days between 1 and 5),
  zone text not null,
  weekend jsonb not null,
  holidays jsonb not null,
  -- the further or reopened review meeting it waits for (S1, S7)
  held_for uuid references meetings (id) on delete set null,
  -- S4: the action session stood there before the soak moved past it; the page says why it moved
  session_moved_from timestamptz,
  session_moved_because text check (session_moved_because in ('held', 'restarted'))
);

create table reflections (
  id uuid primary key,
  review_id uuid not null references reviews (id) on delete cascade,
  author_id uuid not null references people (id),
  words text not null,
  written_at timestamptz not null
);
create index reflections_review on reflections (review_id);

-- What an action meeting knows beyond a meeting. The row comes with its start, and before it no item can exist (S8).
create table action_sessions (
  meeting_id uuid primary key references meetings (id) on delete cascade,
  review_id uuid not null references reviews (id) on delete cascade,
  unsealed boolean not null default false,
  -- the one idea open in the room
  open_idea uuid
);
create index action_sessions_review on action_sessions (review_id);

-- Written all at once, in random order, under new ids. No time, no serial id, and no author where the name was withheld (C7).
create table opened_ideas (
  id uuid primary key,
  review_id uuid not null references reviews (id) on delete cascade,
  meeting_id uuid not null references action_sessions (meeting_id) on delete cascade,
  words text not null,
  author_id uuid references people (id),
  group_words text not null default '',
  decision text check (decision in ('do', 'not-now', 'no')),
  reason text not null default '',
  check (decision is null or reason <> '')
);
create index opened_ideas_review on opened_ideas (review_id);

-- S8: only beside an idea of a session that has been started, with a title, an owner, and a finding or a reason.
create table items (
  id uuid primary key,
  review_id uuid not null references reviews (id) on delete cascade,
  meeting_id uuid not null references action_sessions (meeting_id) on delete cascade,
  idea_id uuid not null unique references opened_ideas (id) on delete cascade,
  title text not null check (title <> ''),
  owner_id uuid not null references people (id),
  -- a finding of the write-up
  finding text,
  no_finding_reason text not null default '',
  due_on date,
  shows text not null default '',
  finished_at timestamptz,
  check (finding is not null or no_finding_reason <> '')
);
create index items_owner on items (owner_id);
create index items_review on items (review_id);

-- S11: something already fixed, recorded at any time as a fact; never an item.
create table fixed_facts (
  id uuid primary key,
  review_id uuid not null references reviews (id) on delete cascade,
  idea_id uuid references opened_ideas (id) on delete set null,
  words text not null,
  recorded_by uuid not null references people (id),
  recorded_at timestamptz not null
);
create index fixed_facts_review on fixed_facts (review_id);

create table outcomes (
  review_id uuid primary key references reviews (id) on delete cascade,
  meeting_id uuid not null references action_sessions (meeting_id) on delete cascade,
  kind text not null check (kind in ('decided', 'nothing-to-do')),
  reason text not null,
  ended_at timestamptz not null,
  check (kind = 'decided' or reason <> '')
);

-- When someone's present and last stay on their home page began; theirs alone, for "new to you".
create table home_visits (
  person_id uuid primary key references people (id) on delete cascade,
  began_at timestamptz not null,
  last_seen_at timestamptz not null,
  before_at timestamptz
);
