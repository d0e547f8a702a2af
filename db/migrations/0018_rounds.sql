-- M17: whom the plan lets take over from a facilitator who is gone, and who led before somebody did.
alter table meetings
  add column take_over text not null default 'co-facilitators'
    check (take_over in ('co-facilitators', 'anyone', 'nobody')),
  add column relieved jsonb,
  -- M18: paused because nobody steered it any more
  add column paused_by_itself boolean not null default false;

-- M10: who is ready to leave the current stage; gone with it, and at the end.
create table ready_marks (
  meeting_id uuid not null references meetings (id) on delete cascade,
  person_id uuid not null references people (id) on delete cascade,
  primary key (meeting_id, person_id)
);

-- M14: the order of a round, and whose turn it is. 'over' says nothing of how. Gone a day after the end, as the queue is (M5).
create table round_turns (
  stage_id uuid not null references meeting_stages (id) on delete cascade,
  meeting_id uuid not null references meetings (id) on delete cascade,
  person_id uuid not null references people (id) on delete cascade,
  place int not null,
  state text not null check (state in ('ahead', 'now', 'over')),
  primary key (stage_id, person_id)
);
create index round_turns_meeting on round_turns (meeting_id);
