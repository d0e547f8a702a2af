-- G1: whether somebody without an account may join a meeting of this review by its code.
alter table reviews add column guests_may_join boolean not null default false;

-- A guest is a row here so that hands, turns and captures name them as they name everybody. Never active: no address, no password,
-- no sign-in; a name they chose, which goes a day after the end of the one meeting they are in.
alter table people add column guest boolean not null default false;

-- G3: one code a meeting, changed at once; short enough to be typed, so guesses are limited.
create table meeting_codes (
  meeting_id uuid primary key references meetings (id) on delete cascade,
  code text not null unique,
  made_by uuid references people (id) on delete set null
);

-- The cookie a guest has: of its secret only the hash. No time. Without a row here a guest is nobody any more.
create table guests (
  person_id uuid primary key references people (id) on delete cascade,
  meeting_id uuid not null references meetings (id) on delete cascade,
  token_id text not null unique,
  secret_hash bytea not null
);
create index guests_meeting on guests (meeting_id);
