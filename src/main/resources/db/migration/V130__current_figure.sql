-- The same answer as the service gives. Of each scope the newest delivery that was not withdrawn counts. Between scopes: a line for
-- one organisation (its scope is that organisation's code) that is dated by its arrival only stands above every extract that came
-- before it or with it, and below the next one that is no older than those; it speaks for the organisation even when it says
-- nothing, which withdraws the figure.
create or replace view report.figure as
with newest as (
    select distinct on (measure, scope, period_start, period_end)
           coverage.*, figure_set.vintage_day, figure_set.vintage_version, figure_set.known_at,
           scope ~ '^[A-Z0-9]{3,9}$' and vintage_day = (known_at at time zone 'Europe/London')::date as by_arrival
      from coverage join figure_set using (delivery)
     where not exists (select from withdrawn_reading where withdrawn_reading.delivery = coverage.delivery)
     order by measure, scope, period_start, period_end, vintage_day desc, vintage_version desc, known_at desc, delivery desc
), placed as (
    select newest.*,
           case when by_arrival then coalesce(earlier.vintage_day, '-infinity') else newest.vintage_day end as place_day,
           case when by_arrival then coalesce(earlier.vintage_version, 0) else newest.vintage_version end as place_version
      from newest
      left join lateral (
               select figure_set.vintage_day, figure_set.vintage_version
                 from coverage join figure_set using (delivery)
                where by_arrival and coverage.measure = newest.measure and coverage.period_start = newest.period_start
                  and coverage.period_end = newest.period_end and coverage.scope !~ '^[A-Z0-9]{3,9}$'
                  and figure_set.known_at <= newest.known_at
                order by figure_set.vintage_day desc, figure_set.vintage_version desc limit 1) earlier on true
), said as (
    select placed.*, observation.organisation, observation.value, observation.mark
      from placed join observation on observation.coverage = placed.id
    union all
    select placed.*, placed.scope, null, null
      from placed
     where not exists (select from observation
                        where observation.coverage = placed.id and observation.organisation = placed.scope)
), current as (
    select distinct on (measure, organisation, period_start, period_end) *
      from said
     order by measure, organisation, period_start, period_end, place_day desc, place_version desc, known_at desc,
              by_arrival desc, delivery desc
)
select measure, organisation, period_start, period_end, value, lower(mark) as mark, delivery, known_at
  from current
 where mark is not null;
