-- Words that somebody else's change took away before it knew of them: offered back to their author, and to nobody else (D13).
create table rescued_words (
  id bigserial primary key,
  document text not null references documents (name) on delete cascade,
  person_id uuid not null references people (id) on delete cascade,
  -- lost: no longer in the text. hidden: in a part that was taken out before they came in
  kind text not null check (kind in ('lost', 'hidden')),
  -- the fragment they were typed into, the block, and the block that stood before it
  place text not null,
  block text not null,
  after_block text not null,
  before_words text not null,
  words text not null,
  after_words text not null,
  -- [[client, clock, length], …]: the very characters, so that none is offered twice
  ranges jsonb not null,
  -- when they were typed
  at timestamptz not null,
  state text not null check (state in ('open', 'put-back', 'let-go')),
  answered_at timestamptz
);
create index rescued_words_open on rescued_words (document, person_id) where state = 'open';
