-- An answer to what stayed with somebody is a notice too; and home's questions, asked at every visit, over thousands of reviews.
alter table notices add column reflection_id uuid references reflections (id) on delete cascade;
create index notices_reflection on notices (reflection_id);

-- Whom comments had named before there were notices.
insert into notices (person_id, kind, what, about, review_id, comment_id, at)
select m.person_id, 'mention', 'named', 'mention ' || c.id, t.review_id, c.id, c.written_at
from comment_mentions m join comments c on c.id = m.comment_id join comment_threads t on t.id = c.thread_id
where m.person_id <> c.author_id and c.removed_at is null and t.resolved_at is null;

create index reviews_newest on reviews (published_at desc, id) where deleted_at is null;
create index meetings_waiting on meetings (starts_at) where phase in ('planned', 'lobby', 'live', 'paused');
create index soaks_ends on soaks (ends_at);
