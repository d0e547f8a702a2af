-- P10: which meeting's invitation named this reader; null where they were named by hand. Taking an invitation back takes
-- back only what it gave. Readers from before this are kept as named by hand.
alter table review_people add column invited_to uuid references meetings (id) on delete set null;
create index review_people_invited on review_people (invited_to) where invited_to is not null;
