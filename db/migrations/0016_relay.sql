-- The name under which the nodes of this database hear each other over Redis, so that two workspaces may share one.
create table relay (
  id int primary key check (id = 1),
  channel uuid not null default gen_random_uuid()
);
insert into relay (id) values (1);
