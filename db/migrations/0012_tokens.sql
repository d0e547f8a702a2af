-- Ways in for programs (P9): named scopes, its owner's rights at most, an end. Of the secret only its hash is kept.
create table tokens (
  id text primary key,
  secret_hash bytea not null,
  person_id uuid not null references people (id) on delete cascade,
  -- what it is for, in its owner's words
  name text not null,
  scopes jsonb not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  expires_at timestamptz not null
);
create index tokens_person on tokens (person_id);
