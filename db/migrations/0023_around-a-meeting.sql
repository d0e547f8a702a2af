-- What was brought to a meeting before it began. Until it has ended, only who brought it and those who facilitate read it. What came
-- without a name waits in unsigned_box under the meeting's id, and comes here all at once, under ids drawn then (U1, U3). No time.
create table brought (
  id uuid primary key,
  meeting_id uuid not null references meetings (id) on delete cascade,
  -- null for what was brought without a name, for good (U5)
  author_id uuid references people (id),
  words text not null,
  -- the meeting came to it, as a facilitator said with one tap
  touched boolean not null default false
);
create index brought_meeting on brought (meeting_id);

-- U2: what came in beforehand without a name is opened once.
create table brought_opened (
  meeting_id uuid primary key references meetings (id) on delete cascade
);

-- What a meeting asks at its end. Answers wait in unsigned_box under the question's id, and only counts stay.
create table survey_questions (
  id uuid primary key,
  meeting_id uuid not null references meetings (id) on delete cascade,
  position int not null,
  question text not null,
  counted boolean not null default false
);
create index survey_questions_meeting on survey_questions (meeting_id);

-- A6: no rows where fewer than five answered; null where one or two did.
create table survey_counts (
  question_id uuid not null references survey_questions (id) on delete cascade,
  choice text not null,
  count int,
  primary key (question_id, choice)
);

-- A facilitator's own look back on a meeting they led: theirs alone.
create table look_backs (
  meeting_id uuid not null references meetings (id) on delete cascade,
  person_id uuid not null references people (id) on delete cascade,
  helped text not null default '',
  change text not null default '',
  primary key (meeting_id, person_id)
);
