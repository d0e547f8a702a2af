-- What somebody named in a meeting is still to be told of its entry: in the same transaction as what changed, and gone with the one
-- that queues their letter. So a large meeting's letters are queued in parts, and a kill in between loses none and sends none twice.
alter table invitations add column owed jsonb;
create index invitations_owed on invitations (meeting_id) where owed is not null;
