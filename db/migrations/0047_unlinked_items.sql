-- T4: an item whose link somebody took away has been there, so its row stays: sent again, it is looked for first.
alter table item_sends drop constraint item_sends_state_check;
alter table item_sends add constraint item_sends_state_check check (state in ('sending', 'sent', 'refused', 'unknown', 'unlinked'));
