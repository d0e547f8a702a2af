-- What a workspace runs, each with the team that owns it. Findings name systems by id, so nothing is ever deleted: retired is out of use.
create table systems (
  id uuid primary key,
  name text not null unique,
  -- null: nobody owns it, or nobody has said
  team_id uuid references teams (id) on delete set null,
  retired_at timestamptz,
  created_at timestamptz not null
);
create index systems_team on systems (team_id);
