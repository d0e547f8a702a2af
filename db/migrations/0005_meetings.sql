-- Meetings of a review and their rooms: rows, not one JSON. Every instant is written by the program, never by now().
create table meetings (
  id uuid primary key,
  review_id uuid not null references reviews (id) on delete cascade,
  kind text not null check (kind in ('review', 'action')),
  phase text not null check (phase in ('planned', 'lobby', 'live', 'paused', 'ended', 'cancelled')),
  -- M5: raised by exactly one with every recorded command; steered_rev is its value at the last steering one (M4)
  rev int not null default 0,
  steered_rev int not null default 0,
  title text not null,
  starts_at timestamptz not null,
  zone text not null,
  -- the wall-clock time as it was chosen, 'YYYY-MM-DDTHH:MM' in the zone
  local_time text not null,
  minutes int not null,
  call_link text not null default '',
  planned_by uuid not null references people (id),
  created_at timestamptz not null,
  queue_open boolean not null default true,
  -- where the group stands; null unless live or paused (current_stage stays once ended)
  current_stage uuid,
  since timestamptz,
  timer_ends_at timestamptz,
  timer_remaining_ms bigint,
  timer_was_running boolean not null default false,
  spotlight jsonb,
  brought_rev int not null default 0,
  -- how things stood before the last next, back or go (M7)
  undo jsonb,
  started_at timestamptz,
  paused_at timestamptz,
  ended_at timestamptz,
  cancelled_at timestamptz,
  cancel_reason text not null default ''
);
create index meetings_review on meetings (review_id);
create index meetings_starts on meetings (starts_at);

create table meeting_people (
  meeting_id uuid not null references meetings (id) on delete cascade,
  person_id uuid not null references people (id) on delete cascade,
  role text not null check (role in ('facilitator', 'invited')),
  -- among facilitators: 0 leads, the others are co-facilitators
  position int not null default 0,
  primary key (meeting_id, person_id, role)
);
create index meeting_people_person on meeting_people (person_id);

create table meeting_stages (
  id uuid primary key,
  meeting_id uuid not null references meetings (id) on delete cascade,
  position int not null,
  kind text not null,
  title text not null,
  minutes int not null,
  prompt text not null default '',
  -- for facilitators alone (P6)
  notes text not null default '',
  targets jsonb not null default '[]',
  teller_id uuid references people (id) on delete set null,
  reached_at timestamptz,
  spent_ms bigint not null default 0,
  remaining_ms bigint
);
create index meeting_stages_meeting on meeting_stages (meeting_id, position);

-- Gone a day after the end: nobody can later count who spoke (M5).
create table queue_entries (
  id uuid primary key,
  meeting_id uuid not null references meetings (id) on delete cascade,
  type text not null check (type in ('process', 'question', 'add-to-this', 'new-point')),
  words text not null default '',
  raised_by uuid not null references people (id) on delete cascade,
  raised_for text,
  raised_at timestamptz not null,
  state text not null check (state in ('waiting', 'speaking', 'spoken')),
  placed int,
  target jsonb
);
create index queue_entries_meeting on queue_entries (meeting_id);

create table captures (
  id uuid primary key,
  meeting_id uuid not null references meetings (id) on delete cascade,
  kind text not null check (kind in ('question', 'insight', 'different-view')),
  words text not null,
  stage_id uuid references meeting_stages (id) on delete set null,
  target jsonb,
  claim text not null default '',
  noted_by uuid not null references people (id),
  for_person uuid references people (id),
  for_label text,
  confirmed boolean not null default true,
  at timestamptz not null,
  changed_at timestamptz,
  -- C4: the open question it became in the write-up, once somebody asked for that
  offered_as text
);
create index captures_meeting on captures (meeting_id);

create table parked (
  id uuid primary key,
  meeting_id uuid not null references meetings (id) on delete cascade,
  words text not null,
  parked_by uuid not null references people (id),
  stage_id uuid references meeting_stages (id) on delete set null,
  target jsonb,
  at timestamptz not null,
  ending text check (ending in ('answered', 'follow-up-talk', 'own-review', 'let-go')),
  ending_note text not null default '',
  ended_at timestamptz
);
create index parked_meeting on parked (meeting_id);

-- C6: words for the author alone. Sealed in a room, or (meeting_id null) while it soaks; unsealing moves them to opened_ideas and empties this.
create table sealed_ideas (
  id uuid primary key,
  review_id uuid not null references reviews (id) on delete cascade,
  meeting_id uuid references meetings (id) on delete set null,
  stage_id uuid references meeting_stages (id) on delete set null,
  author_id uuid not null references people (id) on delete cascade,
  words text not null,
  withheld boolean not null default false,
  seen_in_notes boolean not null default false,
  sealed_at timestamptz not null
);
create index sealed_ideas_review on sealed_ideas (review_id);

-- A1-A4: only what a person stated, without a time; removed for ever when taken back.
create table attendance (
  meeting_id uuid not null references meetings (id) on delete cascade,
  person_id uuid not null references people (id) on delete cascade,
  how text not null check (how in ('choice', 'asked')),
  mode text not null check (mode in ('room', 'remote', 'later')),
  primary key (meeting_id, person_id)
);

create table meeting_events (
  meeting_id uuid not null references meetings (id) on delete cascade,
  rev int not null,
  -- at and actor go from hands and turns a day after the end (M5), from sealing at unsealing (C7)
  at timestamptz,
  actor_id uuid references people (id) on delete set null,
  command text not null,
  -- ids and choices, never words
  about jsonb not null default '{}',
  primary key (meeting_id, rev)
);

-- M4: a key acts once for 24 h. body_hash is null for sealing: there the key alone decides (C7), and the row goes at unsealing.
create table command_keys (
  meeting_id uuid not null references meetings (id) on delete cascade,
  person_id uuid not null references people (id) on delete cascade,
  key text not null,
  body_hash text,
  at timestamptz not null,
  primary key (meeting_id, person_id, key)
);
create index command_keys_at on command_keys (at);

-- M18: last sight in the room, written at most every 15 s; read by presence rules, never by attendance.
create table meeting_seen (
  meeting_id uuid not null references meetings (id) on delete cascade,
  person_id uuid not null references people (id) on delete cascade,
  seen_at timestamptz not null,
  primary key (meeting_id, person_id)
);

-- A person's own notes on a meeting, for nobody else.
create table meeting_notes (
  meeting_id uuid not null references meetings (id) on delete cascade,
  person_id uuid not null references people (id) on delete cascade,
  words text not null,
  primary key (meeting_id, person_id)
);
