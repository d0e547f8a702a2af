-- C7: opening ideas asks for a sweep too. Backups made before it keep the name, Soak's own dumps among them: they are not made anew.
alter table erasures add column keeps_dumps boolean not null default false;

-- nor may PostgreSQL's own statistics keep words of closed ideas, or who wrote them
alter table sealed_ideas alter column words set statistics 0;
alter table sealed_ideas alter column author_id set statistics 0;
alter table sealed_ideas alter column withheld set statistics 0;
-- what they kept before goes with a change of a column's type to itself
alter table sealed_ideas alter column words type text;
alter table sealed_ideas alter column author_id type uuid;
alter table sealed_ideas alter column withheld type boolean;

-- C2: a different view may be nobody's. It waits in the box without names (U1) and becomes a capture when that is opened.
alter table captures alter column noted_by drop not null;
