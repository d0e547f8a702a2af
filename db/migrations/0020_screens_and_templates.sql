-- A meeting's screen on the wall (M21): one way in at a time, that reads this and nothing else. Of its secret only the hash is kept.
create table meeting_screens (
  meeting_id uuid primary key references meetings (id) on delete cascade,
  token_id text not null unique,
  secret_hash bytea not null,
  -- it shows what this person may see: when they may not enter the meeting any more, it goes dark
  made_by uuid not null references people (id) on delete cascade,
  made_at timestamptz not null,
  blank boolean not null default false,
  -- where it stays while the next thing is prepared: a stage and a spotlight, no words
  frozen jsonb,
  show_time boolean not null default true,
  show_parked boolean not null default false
);

-- Agendas the workspace keeps for its next meetings: stages, minutes, questions. No write-up's content, no notes, no people.
create table meeting_templates (
  id uuid primary key,
  name text not null,
  minutes int not null,
  stages jsonb not null,
  made_by uuid references people (id) on delete set null,
  made_at timestamptz not null
);
