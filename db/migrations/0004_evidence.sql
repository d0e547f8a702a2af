-- Imported material, unchanged, private to who may read the review.
create table evidence_sources (
  id uuid primary key,
  review_id uuid not null references reviews (id) on delete cascade,
  kind text not null check (kind in ('slack', 'pasted', 'write-up')),
  -- the same channel or the same pasted text has the same key: a second import adds nothing
  key text not null,
  name text not null,
  imported_by uuid references people (id) on delete set null,
  imported_at timestamptz not null,
  unique (review_id, key)
);

create table evidence_messages (
  id uuid primary key,
  review_id uuid not null references reviews (id) on delete cascade,
  source_id uuid not null references evidence_sources (id) on delete cascade,
  -- the import that brought it, so that stopping half-way can take back exactly what came
  import_id uuid not null,
  key text not null,
  -- its place in the source
  position bigint not null,
  speaker text not null,
  -- null where the source gives an order and no time
  at timestamptz,
  text text not null,
  kind text not null check (kind in ('message', 'join', 'leave', 'bot', 'notice')),
  thread text,
  extras jsonb not null default '{}',
  unique (source_id, key)
);
create index evidence_messages_place on evidence_messages (source_id, position, id);
create index evidence_messages_import on evidence_messages (import_id);

-- What somebody chose to import, read and held for their decision; nobody else can see it.
create table imports (
  id uuid primary key,
  person_id uuid not null references people (id) on delete cascade,
  -- null until the review exists
  review_id uuid references reviews (id) on delete cascade,
  -- true when the review was made by this import
  makes_review boolean not null,
  state text not null check (state in ('reading', 'held', 'refused', 'bringing', 'done')),
  name text not null,
  -- why it was refused
  sentence text not null default '',
  held jsonb,
  -- ids and messages decided on when it began to be brought in, so that a restart goes on with the same
  plan jsonb,
  done int not null default 0,
  total int not null default 0,
  created_at timestamptz not null,
  touched_at timestamptz not null
);
create index imports_person on imports (person_id, created_at);

-- Its pictures, and its messages in portions small enough for one short transaction each.
create table import_parts (
  import_id uuid not null references imports (id) on delete cascade,
  ordinal int not null,
  kind text not null check (kind in ('picture', 'messages')),
  -- a picture's path, or a channel's key
  name text not null,
  bytes bytea,
  messages jsonb,
  primary key (import_id, ordinal)
);
