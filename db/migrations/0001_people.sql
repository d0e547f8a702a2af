-- The workspace, its people and how they come in. Times a rule reads are always written by the program, never by now().
create table workspace (
  id int primary key check (id = 1),
  name text not null,
  zone text not null,
  -- ISO weekday numbers nobody works on, and days off as YYYY-MM-DD; copied into a soak when it starts (S2)
  weekend jsonb not null default '[6,7]',
  holidays jsonb not null default '[]',
  created_at timestamptz not null
);

create table teams (
  id uuid primary key,
  name text not null unique
);

create table people (
  id uuid primary key,
  -- lower case; null once erased (P12)
  email text unique,
  name text not null,
  -- IANA name; null until first sign-in
  zone text,
  -- what stands in the face: one or two letters; and a hue, 1 to 6
  face_letters text not null,
  face_hue int not null check (face_hue between 1 and 6),
  role text not null check (role in ('administrator', 'member')),
  title text not null default '',
  started_on date,
  password_hash text,
  deactivated_at timestamptz,
  created_at timestamptz not null
);

create table team_members (
  team_id uuid not null references teams (id) on delete cascade,
  person_id uuid not null references people (id) on delete cascade,
  leads boolean not null default false,
  primary key (team_id, person_id)
);

create table sign_ins (
  id text primary key,
  secret_hash bytea not null,
  person_id uuid not null references people (id) on delete cascade,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null,
  device text not null default ''
);
create index sign_ins_person on sign_ins (person_id);

create table one_time_links (
  id text primary key,
  secret_hash bytea not null,
  purpose text not null check (purpose in ('set-up', 'join', 'password')),
  person_id uuid references people (id) on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Raised by every change of role, share, sign-in or password; open sockets are judged again when it moves (P7).
create table rights_counter (
  id int primary key check (id = 1),
  value bigint not null
);
insert into rights_counter (id, value) values (1, 0);

create table audit (
  id bigserial primary key,
  at timestamptz not null,
  person_id uuid,
  action text not null,
  -- ids only, never content
  about jsonb not null default '{}'
);
