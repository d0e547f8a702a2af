-- An import that is being taken back keeps its row until nothing of it is left, so that a start after a kill goes on with it.
alter table imports drop constraint imports_state_check;
alter table imports add constraint imports_state_check
  check (state in ('reading', 'held', 'refused', 'bringing', 'cancelling', 'done'));
