-- What somebody is told, and what each chose of it. Every instant is written by the program.

-- One person's choice for one kind of notice. No row: shown in Soak, never by mail.
create table notice_choices (
  person_id uuid not null references people (id) on delete cascade,
  kind text not null check (kind in ('mention', 'meeting', 'soak', 'item', 'answer')),
  shown boolean not null,
  mail text not null check (mail in ('now', 'daily', 'never')),
  primary key (person_id, kind)
);
create index notice_choices_mail on notice_choices (kind, mail) where mail <> 'never';

-- Holds no words: what a notice says is read from what it is about, by whoever may read that when it is shown or sent.
create table notices (
  id bigint generated always as identity primary key,
  person_id uuid not null references people (id) on delete cascade,
  kind text not null check (kind in ('mention', 'meeting', 'soak', 'item', 'answer')),
  what text not null,
  -- the same thing is told once
  about text not null,
  review_id uuid not null references reviews (id) on delete cascade,
  meeting_id uuid references meetings (id) on delete cascade,
  comment_id uuid references comments (id) on delete cascade,
  item_id uuid references items (id) on delete cascade,
  -- an ending soak's is read from the soak: it may still move
  at timestamptz not null,
  read_at timestamptz,
  unique (person_id, about)
);
create index notices_person on notices (person_id, at desc);
create index notices_review on notices (review_id);
create index notices_meeting on notices (meeting_id);
create index notices_comment on notices (comment_id);
create index notices_item on notices (item_id);

-- Up to when somebody's daily letter has told them.
create table notice_digests (
  person_id uuid primary key references people (id) on delete cascade,
  told_until timestamptz not null
);

-- Letters that are words alone, without a calendar file; what they are about need not be a meeting.
alter table mail_outbox alter column meeting_id drop not null;
alter table mail_outbox drop constraint mail_outbox_method_check;
alter table mail_outbox add constraint mail_outbox_method_check check (method in ('REQUEST', 'CANCEL', 'WORDS'));
