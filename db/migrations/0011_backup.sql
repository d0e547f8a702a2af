-- A backup is read in short pieces beside people who write. While one is being read, what changes is noted here and read again.
-- Both tables are empty at all other times, and unlogged: a database that crashed finds both empty, and the backup ends with a sentence.
create unlogged table backup_reading (
  one int primary key check (one = 1),
  id uuid not null,
  -- the database's own clock: who does not touch it for two minutes is gone, and nothing is noted for them any more
  touched_at timestamptz not null
);

-- No key and no order: a change that is not committed yet must leave a row of its own beside one already noted.
create unlogged table backup_changes (
  table_name text not null,
  -- the row's primary key as a JSON array of text; null: the whole table was emptied
  key text
);

create function note_change() returns trigger language plpgsql as $$
begin
  if not exists (select from backup_reading where touched_at > now() - interval '2 minutes') then
    return null;
  end if;
  if tg_op = 'TRUNCATE' then
    insert into backup_changes (table_name, key) values (tg_table_name, null);
    return null;
  end if;
  execute format('insert into backup_changes (table_name, key) select %L, %s from changed_rows', tg_table_name, tg_argv[0]);
  if tg_op = 'UPDATE' then
    execute format('insert into backup_changes (table_name, key) select %L, %s from rows_before', tg_table_name, tg_argv[0]);
  end if;
  return null;
end $$;

-- Puts the triggers on every table that has none, but for those named. Rows of `append_only` tables are found by their number
-- when they are added, so that the one statement people wait for while typing costs nothing more.
create function watch_changes(left_out text[], append_only text[]) returns void language plpgsql as $$
declare
  watched record;
begin
  for watched in
    select of_table.relname as name, (
      select format('json_build_array(%s)::text', string_agg(format('%I::text', attname), ', ' order by place))
      from pg_index
      cross join lateral unnest(indkey::int2[]) with ordinality as part (number, place)
      join pg_attribute on attrelid = indrelid and attnum = part.number
      where indrelid = of_table.oid and indisprimary
    ) as key
    from pg_class of_table
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> all (left_out)
      and not exists (select from pg_trigger where tgrelid = of_table.oid and tgname = 'note_removed')
  loop
    continue when watched.key is null;
    if watched.name <> all (append_only) then
      execute format('create trigger note_added after insert on %I referencing new table as changed_rows
        for each statement execute function note_change(%L)', watched.name, watched.key);
    end if;
    execute format('create trigger note_changed after update on %I
      referencing new table as changed_rows old table as rows_before
      for each statement execute function note_change(%L)', watched.name, watched.key);
    execute format('create trigger note_emptied after truncate on %I
      for each statement execute function note_change()', watched.name);
    execute format('create trigger note_removed after delete on %I referencing old table as changed_rows
      for each statement execute function note_change(%L)', watched.name, watched.key);
  end loop;
end $$;
