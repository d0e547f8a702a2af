-- The finding an idea answers, said by who leads while it is open, before anything is decided on: everybody then sees what bears on it.
-- A finding's id in the write-up; no key, since findings live in the document.
alter table opened_ideas add column answers text;
