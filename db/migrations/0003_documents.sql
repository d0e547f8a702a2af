-- Shared documents. Every acknowledged edit is a row of document_updates first; nothing here is ever discarded but by erasing.
create table documents (
  -- write-up:<review>:<epoch>
  name text primary key,
  review_id uuid not null references reviews (id) on delete cascade,
  kind text not null check (kind in ('write-up')),
  -- raised when text is erased; the highest is the one in use
  epoch int not null,
  -- which snapshot parts are in use; 0 before the first compaction
  generation int not null default 0,
  -- sha256 over those parts, in order
  snapshot_hash bytea,
  snapshot_bytes int not null default 0,
  created_at timestamptz not null,
  unique (review_id, kind, epoch)
);

-- the log: an edit is acknowledged once its row is committed
create table document_updates (
  seq bigserial primary key,
  document text not null references documents (name) on delete cascade,
  -- null: the program itself. No foreign key: an erased person's words stay
  person_id uuid,
  -- one stay of one tab; null for the program's own edits
  sitting uuid,
  -- Yjs client ids named by the update, which never names a person
  client_ids jsonb not null,
  at timestamptz not null,
  epoch int not null,
  bytes bytea not null
);
create index document_updates_document on document_updates (document, seq);

-- a document up to some point, as updates of at most 128 KiB to be applied in order
create table document_snapshot_parts (
  document text not null references documents (name) on delete cascade,
  generation int not null,
  part int not null,
  bytes bytea not null,
  primary key (document, generation, part)
);

-- rows that a snapshot has taken in: read for history and by erasing, never by loading
create table document_archive (
  seq bigint primary key,
  document text not null references documents (name) on delete cascade,
  person_id uuid,
  sitting uuid,
  client_ids jsonb not null,
  at timestamptz not null,
  epoch int not null,
  bytes bytea not null
);
create index document_archive_sitting on document_archive (document, sitting, seq);
