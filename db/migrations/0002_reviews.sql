create table reviews (
  id uuid primary key,
  kind text not null check (kind in ('incident', 'near-miss', 'surprise', 'success')),
  -- when what is studied happened
  happened_on date not null,
  happened_until date,
  happened_zone text not null,
  privacy text not null check (privacy in ('open', 'private')),
  published_at timestamptz,
  -- null: in nobody's bin
  deleted_at timestamptz,
  -- the outcome of the action session is read back and closed
  done_at timestamptz,
  -- P4: who may write besides analysts and named writers
  room_may_write boolean not null default true,
  -- where the facts come from, in a sentence; empty when it is one's own
  source_note text not null default '',
  names_or_roles text not null default 'roles' check (names_or_roles in ('names', 'roles')),
  -- derived from the write-up's title fragment at compaction and by import, for lists
  title text not null,
  standfirst text not null default '',
  -- derived text for search and its date
  search_text text not null default '',
  -- current epoch of its write-up document
  epoch int not null default 1,
  created_by uuid not null references people (id),
  created_at timestamptz not null
);

create table review_teams (
  review_id uuid not null references reviews (id) on delete cascade,
  team_id uuid not null references teams (id) on delete cascade,
  primary key (review_id, team_id)
);

create table review_people (
  review_id uuid not null references reviews (id) on delete cascade,
  person_id uuid not null references people (id) on delete cascade,
  role text not null check (role in ('analyst', 'writer', 'reader')),
  -- an analyst's declared stance
  was_involved boolean not null default false,
  leads_involved boolean not null default false,
  primary key (review_id, person_id, role)
);
create index review_people_person on review_people (person_id);

-- one review's write-up names another: derived by parsing at compaction and import (R4)
create table review_links (
  from_review uuid not null references reviews (id) on delete cascade,
  to_review uuid not null references reviews (id) on delete cascade,
  primary key (from_review, to_review)
);

-- <= 10 MB each, scoped to a review
create table uploads (
  id uuid primary key,
  review_id uuid not null references reviews (id) on delete cascade,
  sha256 text not null,
  media_type text not null,
  bytes bytea not null,
  width int,
  height int,
  alt text not null default '',
  created_by uuid not null references people (id),
  created_at timestamptz not null
);
create index uploads_review on uploads (review_id);
