-- N1, N7: who tells a part is named in the meeting as who is invited; their feed says so too.
create trigger feed_teller_added after insert on meeting_stages for each row
  when (new.teller_id is not null) execute function note_feed_change();
create trigger feed_teller_removed after delete on meeting_stages for each row
  when (old.teller_id is not null) execute function note_feed_change();
create trigger feed_teller_changed after update of meeting_id, teller_id on meeting_stages for each row
  when ((old.meeting_id, old.teller_id) is distinct from (new.meeting_id, new.teller_id))
  execute function note_feed_change();

create index meeting_stages_teller on meeting_stages (teller_id) where teller_id is not null;
