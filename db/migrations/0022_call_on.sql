-- "May I call on you?": what somebody answered for one meeting, for its facilitators alone. No time; gone a day after its end.
create table call_on_answers (
  meeting_id uuid not null references meetings (id) on delete cascade,
  person_id uuid not null references people (id) on delete cascade,
  answer text not null check (answer in ('yes', 'warned', 'no')),
  primary key (meeting_id, person_id)
);

-- P11: what links in mail are signed with; drawn when the first is made, the same for every node.
create table link_keys (
  id int primary key check (id = 1),
  key bytea not null
);
