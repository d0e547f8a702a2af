-- Two ideas that are one: the words and author of each stay in their own row, and splitting them is setting this to null again.
alter table opened_ideas add column merged_into uuid references opened_ideas (id) on delete set null;
alter table opened_ideas add constraint opened_ideas_not_itself check (merged_into is null or merged_into <> id);
create index opened_ideas_merged on opened_ideas (merged_into);

-- "Did it work?" is asked once, of its owner, on this day; the answer is words.
alter table items add column review_on date;
alter table items add column worked text not null default '';
alter table items add column worked_at timestamptz;
alter table items add column worked_by uuid references people (id);
alter table items add constraint items_worked check ((worked = '') = (worked_at is null));

-- S12: findings of other write-ups that name an item, read off the write-up after it changed, as review_links are.
create table item_mentions (
  item_id uuid not null references items (id) on delete cascade,
  review_id uuid not null references reviews (id) on delete cascade,
  -- the finding's id in that write-up
  finding text not null,
  kind text not null check (kind in ('contributor', 'mitigator')),
  primary key (item_id, review_id, finding)
);
create index item_mentions_review on item_mentions (review_id);
