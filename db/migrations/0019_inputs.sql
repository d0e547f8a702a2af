-- What people put into a stage has been shown or counted; never taken back (M7).
alter table meeting_stages add column opened boolean not null default false;

-- M15: a text of silent writing is its author's alone until its stage is opened, then it moves to shown_texts. No time, no order.
create table silent_texts (
  meeting_id uuid not null references meetings (id) on delete cascade,
  stage_id uuid not null references meeting_stages (id) on delete cascade,
  author_id uuid not null references people (id) on delete cascade,
  words text not null,
  primary key (stage_id, author_id)
);
create index silent_texts_meeting on silent_texts (meeting_id, author_id);

-- U1: what came in without a name: words of "what is still unsaid?" and answers of polls, until shown or counted. With each that
-- comes the whole table is truncated and written anew in random order in one transaction (db/unsigned-box.ts). No reference to
-- any other table: checking one would mark the row it points to. No person, time or serial; the id is chosen by the tab.
create table unsigned_box (
  id uuid primary key,
  stage_id uuid not null,
  words text not null
);
-- nor may PostgreSQL's own statistics keep words or shares of answers, or say when they were taken
alter table unsigned_box set (autovacuum_enabled = false);
alter table unsigned_box alter column id set statistics 0;
alter table unsigned_box alter column stage_id set statistics 0;
alter table unsigned_box alter column words set statistics 0;

-- What everyone was shown at once. Ids are drawn when it is shown, and order the texts: none tells when a text was written (U3).
create table shown_texts (
  id uuid primary key,
  meeting_id uuid not null references meetings (id) on delete cascade,
  stage_id uuid not null references meeting_stages (id) on delete cascade,
  -- null for what was written without a name, for good (U5)
  author_id uuid references people (id),
  words text not null,
  -- why a facilitator hid it, for all to read
  hidden text
);
create index shown_texts_meeting on shown_texts (meeting_id);

-- U2: of a closed poll. No rows where too few answered; null where one or two did.
create table poll_counts (
  stage_id uuid not null references meeting_stages (id) on delete cascade,
  choice text not null,
  count int,
  primary key (stage_id, choice)
);
