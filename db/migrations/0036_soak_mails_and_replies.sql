-- Which of a soak's mails have been written, so that each goes once: it started on this day, it ends on this day. Names nobody.
create table soak_mails (
  review_id uuid not null references reviews (id) on delete cascade,
  what text not null check (what in ('started', 'ends')),
  day date not null,
  primary key (review_id, what, day)
);

-- When somebody last said whether they will come, as they said it: an older reply by calendar changes nothing.
alter table invitations add column answered_at timestamptz;

-- How far the mailbox of replies has been read.
create table reply_mailboxes (
  mailbox text primary key,
  validity text not null,
  last_uid bigint not null
);
