-- Calendar entries of meetings, who was told what of them, letters on their way, feeds. Every instant is written by the program.

-- The entry as it was last told, and up to which `rev` of the meeting that was looked at.
create table calendar_entries (
  meeting_id uuid primary key references meetings (id) on delete cascade,
  -- on the host it was made on; never changes, whatever address the program moves to
  uid text not null unique,
  sequence int not null default 0,
  seen_rev int not null,
  title text not null,
  starts_at timestamptz not null,
  minutes int not null,
  call_link text not null,
  is_cancelled boolean not null default false,
  changed_at timestamptz not null
);

create table invitations (
  meeting_id uuid not null references meetings (id) on delete cascade,
  person_id uuid not null references people (id) on delete cascade,
  sequence int not null,
  standing text not null check (standing in ('invited', 'uninvited', 'cancelled')),
  role text not null check (role in ('chair', 'optional')),
  -- yes, maybe or no; asked anew when the time moves, never read by attendance (A1)
  answer text check (answer in ('yes', 'maybe', 'no')),
  primary key (meeting_id, person_id)
);
create index invitations_person on invitations (person_id);

-- Letters on their way. One line is one entry and one recipient: within it they go one after another, in the order of `id`.
create table mail_outbox (
  id bigint generated always as identity primary key,
  line text not null,
  meeting_id uuid not null references meetings (id) on delete cascade,
  person_id uuid not null references people (id) on delete cascade,
  sequence int not null,
  method text not null check (method in ('REQUEST', 'CANCEL')),
  -- what it says; null once it has been handed over or given up
  facts jsonb,
  state text not null check (state in ('waiting', 'handed over', 'given up')),
  queued_at timestamptz not null,
  tries int not null default 0,
  next_try_at timestamptz not null,
  -- the last thing that happened to it, in words
  said text not null default '',
  done_at timestamptz
);
create index mail_outbox_waiting on mail_outbox (line, id) where state = 'waiting';
create index mail_outbox_meeting on mail_outbox (meeting_id, person_id, id);

-- P11: what a link in a letter is for, and whose. Of its secret only the hash is kept.
create table answer_links (
  id text primary key,
  secret_hash bytea not null,
  purpose text not null check (purpose in ('come')),
  meeting_id uuid not null references meetings (id) on delete cascade,
  person_id uuid not null references people (id) on delete cascade,
  made_at timestamptz not null
);
create index answer_links_of on answer_links (meeting_id, person_id);

-- Addresses a calendar program reads without a sign-in.
create table calendar_feeds (
  id text primary key,
  secret_hash bytea not null,
  person_id uuid not null references people (id) on delete cascade,
  kind text not null check (kind in ('named', 'open', 'team')),
  team_id uuid references teams (id) on delete cascade,
  hides_titles boolean not null default false,
  made_at timestamptz not null,
  last_read_at timestamptz,
  check ((kind = 'team') = (team_id is not null))
);
create index calendar_feeds_person on calendar_feeds (person_id);

create index meetings_ahead on meetings (id) where phase in ('planned', 'lobby', 'cancelled');

-- What was planned before there was mail: nobody is written to until it changes.
insert into calendar_entries (meeting_id, uid, seen_rev, title, starts_at, minutes, call_link, is_cancelled, changed_at)
select id, 'meeting-' || id || '@soak.invalid', rev, title, starts_at, minutes, call_link, phase = 'cancelled',
  coalesce(cancelled_at, created_at)
from meetings;
