-- History reads the log and its archive; both are read in the order of their numbers.
create index document_archive_document on document_archive (document, seq);

-- Derived from log and archive, and made again from them where missing: how far what follows reaches.
create table document_history (
  document text primary key references documents (name) on delete cascade,
  to_seq bigint not null,
  edits int not null
);

-- derived: who wrote without a pause, for the list
create table document_stretches (
  document text not null references documents (name) on delete cascade,
  from_seq bigint not null,
  to_seq bigint not null,
  -- no foreign key: an erased person's words stay
  person_id uuid,
  sitting uuid,
  from_at timestamptz not null,
  to_at timestamptz not null,
  primary key (document, from_seq)
);
create index document_stretches_order on document_stretches (document, to_seq desc);

-- derived: what the rows since the chapter before brought, with who brought it; so that a version need not read every row
create table document_chapters (
  document text not null references documents (name) on delete cascade,
  to_seq bigint not null,
  part int not null,
  bytes bytea not null,
  primary key (document, to_seq, part)
);

-- Versions worth finding again: every row up to seq. Not derived.
create table document_versions (
  id uuid primary key,
  document text not null references documents (name) on delete cascade,
  seq bigint not null,
  kind text not null check (kind in ('named', 'meeting-began', 'meeting-ended', 'put-back')),
  name text not null default '',
  -- null: kept by the program itself
  person_id uuid,
  meeting_id uuid references meetings (id) on delete cascade,
  at timestamptz not null
);
create index document_versions_document on document_versions (document, seq);
create unique index document_versions_meeting on document_versions (document, meeting_id, kind) where meeting_id is not null;
