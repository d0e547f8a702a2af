-- Where the work is: trackers an administrator has connected, what was sent to them, and what they say of it.
-- Every instant is written by the program.

create table trackers (
  id uuid primary key,
  kind text not null check (kind in ('github', 'jira-cloud', 'jira-server', 'linear', 'webhook')),
  name text not null,
  -- an API's address as it is called, without a slash at the end
  address text not null,
  -- owner/repository, a project's key, a team's key; empty for a webhook
  project text not null,
  -- Jira Cloud signs in by a mail address beside the token
  account text not null default '',
  issue_type text not null default '',
  -- what the tracker itself calls the project, where it asks for that (Linear)
  place text not null default '',
  -- both sealed with SECRET_KEY
  token bytea,
  hook_secret bytea,
  connected_at timestamptz not null,
  removed_at timestamptz,
  -- what is wrong with it, in words; empty: nothing
  trouble text not null default '',
  trouble_since timestamptz,
  -- how often in a row it has not answered; until when it is left alone
  failures int not null default 0,
  away_until timestamptz
);

-- Private addresses that may be called, one exact origin each.
create table listed_origins (
  origin text primary key
);

create table item_sends (
  item_id uuid primary key references items (id) on delete cascade,
  -- null: linked by hand to something no connected tracker knows
  tracker_id uuid references trackers (id),
  state text not null check (state in ('sending', 'sent', 'refused', 'unknown')),
  asked_by uuid not null references people (id),
  -- the first time: what may have arrived since then is looked for
  asked_at timestamptz not null,
  said text not null default '',
  -- the tracker's own id, the name people call it by, and where they look at it
  remote_id text not null default '',
  remote_key text not null default '',
  url text not null default '',
  work text check (work in ('open', 'done', 'dropped')),
  work_words text not null default '',
  -- the tracker's own instant of its last change
  work_at timestamptz,
  looked_at timestamptz,
  next_look_at timestamptz
);
create index item_sends_looks on item_sends (next_look_at) where state = 'sent';
create index item_sends_remote on item_sends (tracker_id, remote_id);
create index item_sends_asked_by on item_sends (asked_by);

-- On its way: the words as they were shown before sending. Gone once the tracker has answered.
create table tracker_outbox (
  item_id uuid primary key references item_sends (item_id) on delete cascade,
  tracker_id uuid not null references trackers (id),
  title text not null,
  body text not null,
  queued_at timestamptz not null,
  tries int not null default 0,
  next_try_at timestamptz not null,
  -- somebody asked for it again: it is looked for first
  again boolean not null default false,
  -- since when it is not known whether a call has made it; written before each call
  lost_since timestamptz
);
create index tracker_outbox_due on tracker_outbox (next_try_at);

-- Signatures of calls that came in, so that none counts twice.
create table tracker_calls (
  tracker_id uuid not null references trackers (id) on delete cascade,
  signature text not null,
  came_at timestamptz not null,
  primary key (tracker_id, signature)
);
