-- Comments are rows, never in the shared document: who may comment need not write, and who writes need not comment.
alter table reviews add column comments_open boolean not null default true;
-- raised by every change of a review's comments; readers ask for what is newer than theirs
alter table reviews add column comments_rev int not null default 0;

create table comment_threads (
  id uuid primary key,
  review_id uuid not null references reviews (id) on delete cascade,
  about text not null check (about in ('words', 'section', 'finding', 'moment', 'picture')),
  -- section, finding or moment of the write-up; a picture's upload; null for words
  target text,
  -- words: the fragment they stand in, the block of the first, and Yjs' relative positions; a picture: its block
  place text,
  block text,
  start_at jsonb,
  end_at jsonb,
  -- as it read when the thread began, and as it last read where the anchor was verified
  quote text not null,
  words text not null default '',
  resolved_by uuid references people (id),
  resolved_at timestamptz,
  opened_at timestamptz not null
);
create index comment_threads_review on comment_threads (review_id, opened_at);

create table comments (
  id uuid primary key,
  -- the order in which they were written; two may share an instant
  seq bigserial not null,
  thread_id uuid not null references comment_threads (id) on delete cascade,
  author_id uuid not null references people (id),
  -- empty once taken back while others had answered
  words text not null,
  written_at timestamptz not null,
  edited_at timestamptz,
  removed_at timestamptz
);
create index comments_thread on comments (thread_id, seq);

create table comment_mentions (
  comment_id uuid not null references comments (id) on delete cascade,
  person_id uuid not null references people (id) on delete cascade,
  primary key (comment_id, person_id)
);
create index comment_mentions_person on comment_mentions (person_id);

-- how far somebody has read a thread
create table comment_reads (
  person_id uuid not null references people (id) on delete cascade,
  thread_id uuid not null references comment_threads (id) on delete cascade,
  seen_until timestamptz not null,
  primary key (person_id, thread_id)
);
