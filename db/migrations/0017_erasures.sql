-- Words erased for good: the rows are gone with the deed itself; what is left of them in files goes when it has been swept.
create table erasures (
  id uuid primary key,
  -- neither has a foreign key: what is left in files is swept whether or not they are still there
  review_id uuid not null,
  person_id uuid not null,
  -- the epoch of the write-up that began with it
  epoch int not null,
  at timestamptz not null,
  swept_at timestamptz
);
create index erasures_review on erasures (review_id, at);
