-- A row for each statement, or each meeting, review or entry, that changed anything calendar feeds say or to whom. A calendar asks again
-- every hour and mostly hears that all is as it was: these few rows are looked at then, instead of two thousand meetings. Rows of
-- their own, never one counter: whoever changes a meeting waits for nobody else who does. The oldest go once a day.
-- A number nobody has had before, so that no two sets of rows are alike; no sequence, which a restore would have to leave as it was.
create table feed_changes (
  number bigint not null default floor((random() - 0.5) * 1.8e19)::bigint,
  noted_at timestamptz not null default clock_timestamp()
);

create function note_feed_change() returns trigger language plpgsql as $$
begin
  insert into feed_changes default values;
  return null;
end $$;

create trigger feed_added after insert on meetings for each statement execute function note_feed_change();
create trigger feed_removed after delete on meetings for each statement execute function note_feed_change();
create trigger feed_changed after update on meetings for each row
  when ((old.review_id, old.kind, old.title, old.starts_at, old.minutes, old.call_link, old.phase, old.created_at, old.cancelled_at)
    is distinct from
    (new.review_id, new.kind, new.title, new.starts_at, new.minutes, new.call_link, new.phase, new.created_at, new.cancelled_at))
  execute function note_feed_change();

create trigger feed_added after insert on calendar_entries for each statement execute function note_feed_change();
create trigger feed_removed after delete on calendar_entries for each statement execute function note_feed_change();
create trigger feed_changed after update on calendar_entries for each row
  when ((old.uid, old.sequence, old.changed_at) is distinct from (new.uid, new.sequence, new.changed_at))
  execute function note_feed_change();

create trigger feed_changed after update on reviews for each row
  when ((old.privacy, old.published_at, old.deleted_at) is distinct from (new.privacy, new.published_at, new.deleted_at))
  execute function note_feed_change();

-- whom it is said to
create trigger feed_changed after insert or update or delete on meeting_people
  for each statement execute function note_feed_change();
create trigger feed_changed after insert or update or delete on review_people
  for each statement execute function note_feed_change();
create trigger feed_changed after insert or update or delete on review_teams
  for each statement execute function note_feed_change();
