-- A6: how many of either side could enter on the meeting's day. Of five who may, four who came are known to the fifth, however many
-- people the workspace has.
alter table meeting_days add column could_come_outside int not null default 0;
alter table meeting_days add column could_come_closest int not null default 0;

-- meetings held before this: those who may enter now are the nearest there is
update meeting_days d set could_come_outside = greatest(0, d.people - near.people), could_come_closest = near.people
from (
  select m.id, (select count(*) from meeting_closest c where c.meeting_id = m.id) as people
  from meetings m join reviews r on r.id = m.review_id
  where r.privacy = 'open' and r.published_at is not null) near
where near.id = d.meeting_id;

update meeting_days d set could_come_outside = named.outside, could_come_closest = named.closest
from (
  select n.meeting_id, count(*) filter (where c.person_id is null) as outside, count(c.person_id) as closest
  from (
    select m.id as meeting_id, p.person_id from meetings m join review_people p on p.review_id = m.review_id
    union
    select m.id, f.person_id from meetings m
    join meetings o on o.review_id = m.review_id and o.phase <> 'cancelled'
    join meeting_people f on f.meeting_id = o.id and f.role = 'facilitator') n
  join people on people.id = n.person_id and people.deactivated_at is null
  left join meeting_closest c on c.meeting_id = n.meeting_id and c.person_id = n.person_id
  join meetings m on m.id = n.meeting_id
  join reviews r on r.id = m.review_id and not (r.privacy = 'open' and r.published_at is not null)
  group by 1) named
where named.meeting_id = d.meeting_id;
