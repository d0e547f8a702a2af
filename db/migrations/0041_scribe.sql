-- Who takes notes for the group, if anybody was asked to: chosen in the plan, changed in the room. It gives no right of its own.
alter table meetings
  add column scribe_id uuid references people (id) on delete set null;
