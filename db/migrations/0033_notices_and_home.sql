-- An answer to what stayed with somebody is a notice too; and home's questions, asked at every visit, over thousands of reviews.
alter table notices add column reflection_id uuid references reflections (id) on delete cascade;
create index notices_reflection on notices (reflection_id);
