-- What boards may read: views, and a role that may read them and nothing else. Addresses of people, contents of files, comments and
-- what people gave as a reason are not among them, nor is a numerator or denominator from which a withheld figure could be worked back.

create schema report;

create function report.status_code(status text) returns integer language sql immutable parallel safe
return case status when 'no_longer_applicable' then 0 when 'completed' then 1 when 'on_track' then 2 when 'delayed' then 3
                   when 'underperformance' then 4 end;
comment on function report.status_code is 'The number behind a status, as the recording rule of Prometheus has it; the highest is the worst.';

create function report.status_words(status text) returns text language sql immutable parallel safe
return coalesce(initcap(replace(status, '_', ' ')), 'Not assessed');

create view report.objective_status as
select distinct on (run.plan, objective.objective, run.as_of)
       run.plan, objective.objective, run.as_of, run.recorded_at, objective.status,
       objective.computed, objective.published, objective.overridden, objective.agrees,
       objective.since
  from objective_status objective join assessment_run run on run.number = objective.run
 order by run.plan, objective.objective, run.as_of, run.number desc;
comment on view report.objective_status is 'What the last run of each day recorded of each objective; null where it was not assessed.';

create view report.objective_month as
with known as (
    select run.plan, objective.code as objective, month.day::date as month_end, objective.known ->> 'status' as status,
           run.number as run
      from assessment_run run
           cross join lateral jsonb_each(run.month_ends -> 'days') as month (day, objectives)
           cross join lateral jsonb_each(month.objectives) as objective (code, known)
    union all
    select plan, objective, month_end, status, run from ended_edition_month
)
select distinct on (plan, objective, month_end)
       plan, objective, month_end, status, report.status_code(status) as status_code
  from known
 order by plan, objective, month_end, run desc;
comment on view report.objective_month is
    'The computed status of each objective at past month ends, as the newest run that looked back at them knew it.';

create view report.measure_status as
select distinct on (run.plan, measure.measure, run.as_of)
       run.plan, measure.objective, measure.measure, run.as_of, run.recorded_at, measure.status, measure.value,
       measure.required, measure.period_start, measure.period_end, measure.consecutive_misses, measure.warning
  from measure_status measure join assessment_run run on run.number = measure.run
 order by run.plan, measure.measure, run.as_of, run.number desc;
comment on view report.measure_status is
    'What the last run of each day recorded of each measure. Values in base units; period_end is the last day, inclusive.';

create view report.measure_period as
select distinct on (run.plan, measure.measure, measure.period_end)
       run.plan, measure.objective, measure.measure, measure.period_start, measure.period_end, measure.value, measure.required
  from measure_status measure join assessment_run run on run.number = measure.run
 where measure.period_end is not null
 order by run.plan, measure.measure, measure.period_end, run.number desc;
comment on view report.measure_period is
    'The figure by the measure''s basis for each period that a run judged, with what was required then, by the newest of them.';

-- Of each scope the delivery with the greatest precedence counts, among those that were not withdrawn, and for each figure the
-- greatest of those that speak of it. A scope that is an organisation's own code speaks for it even when it says nothing, which
-- withdraws the figure; what a withdrawn figure had replaced does not come back. A figure that the list with the greatest
-- precedence names is an estimate.
create view report.figure as
with ranked as (
    select coverage.*, figure_set.known_at,
           row_number() over (partition by measure, scope, period_start, period_end order by precedence desc) as place
      from coverage join figure_set using (delivery)
     where not exists (select from withdrawn_reading where withdrawn_reading.delivery = coverage.delivery)
), said as (
    select ranked.*, coalesce(observation.organisation, ranked.scope) as organisation, observation.value, observation.mark
      from ranked left join observation on observation.coverage = ranked.id
), current as (
    select distinct on (measure, organisation, period_start, period_end) *
      from said
     order by measure, organisation, period_start, period_end, precedence desc
), listed as (
    select distinct on (measure, scope, period_start, period_end) measure, scope, period_start, period_end, organisations
      from estimate_list
     where not exists (select from withdrawn_reading where withdrawn_reading.delivery = estimate_list.delivery)
     order by measure, scope, period_start, period_end, precedence desc
)
select current.measure, organisation, current.period_start, current.period_end, value,
       case when mark = 'none' and organisation = any (listed.organisations) then 'estimated' else mark end as mark,
       delivery, known_at
  from current left join listed
       on listed.measure = current.measure and listed.scope = split_part(current.scope, ' ', 1)
          and listed.period_start = current.period_start and listed.period_end = current.period_end
 where mark is not null and place = 1;
comment on view report.figure is
    'Every figure as it stands now, in base units; value is null where mark says that it is missing, suppressed or not applicable.';

create view report.delivery as
select delivery.id as delivery, delivery.feed, delivery.layout, delivery.file_name, delivery.arrived_at,
       delivery.state = 'refused' as refused, case when not delivery.used_withheld then delivery.read end as rows_read,
       case when not delivery.used_withheld then delivery.used end as rows_used,
       delivery.left_out as rows_left_out, delivery.rejected as rows_rejected, delivery.figures, delivery.added as cells_added,
       delivery.revised as cells_revised, delivery.reports, delivery.took_millis / 1000.0 as took_seconds
  from delivery;
comment on view report.delivery is
    'What came in and what became of it, in numbers; null where the number of lines used would give small figures away.';

create view report.reject_count as
select reject_count.delivery, delivery.feed, delivery.arrived_at, reject_count.code as reason, reject_count.rejects
  from reject_count join delivery on delivery.id = reject_count.delivery;
comment on view report.reject_count is 'How many rows of each delivery were refused, by reason.';

create view report.status_change as
select run.plan, change.objective, change.as_of as day, change.from_status, change.to_status,
       change.objective || ': ' || report.status_words(change.from_status) || ' to ' || report.status_words(change.to_status) as what
  from assessment_change change join assessment_run run on run.number = change.run
 where change.kind in ('status_change', 'recovery');
comment on view report.status_change is 'Every change of an objective''s status, on the day of the run that found it.';

create view report.restatement as
select run.plan, change.objective, change.as_of as day, change.from_status, change.to_status,
       run.as_of as found_on,
       change.objective || ': restated from ' || report.status_words(change.from_status) || ' to '
           || report.status_words(change.to_status) || ', found on ' || to_char(run.as_of, 'FMDD FMMonth YYYY') as what
  from assessment_change change join assessment_run run on run.number = change.run
 where change.kind = 'restatement';
comment on view report.restatement is 'Past month ends whose status was changed by a restated figure or report.';

create view report.plan_version as
select plan, number, known_from
  from plan_version;
comment on view report.plan_version is 'When each version of the plan came into force.';

create view report.chart_point as
select plan, objective, measure, period_start, period_end, value, mean, lower_limit, upper_limit, required,
       replace(replace(meaning, 'special_cause_', ''), '_', ' ') as meaning, replace(cause, '_', ' ') as cause
  from chart_point;
comment on view report.chart_point is
    'The control chart of each measure by the newest run: single periods, mean and process limits, in base units.';

create view report.target_path as
select plan, objective, measure, period_start, period_end, required
  from target_path;
comment on view report.target_path is
    'What is required of each measure at the end of each period, past and to come, by its basis, in base units.';

create view report.objective_standing as
select plan, place, ambition, ambition_title, objective, title, status, report.status_code(status) as status_code, computed,
       published, published_on, set_manually, why, measure, latest, latest_for, required, milestones, since, overdue
  from objective_standing;
comment on view report.objective_standing is
    'Where each objective stands by the newest run, in the words of the board; place is its place in the plan.';

create view report.measure_standing as
select plan, place, ambition, objective, measure, figures, title, short_title, status, report.status_code(status) as status_code,
       latest, latest_for, required, better, variation, assurance, warning, overdue, shown_in, shown_per_unit
  from measure_standing;
comment on view report.measure_standing is
    'Where each measure stands by the newest run, in the words of the board. A value in base units times shown_per_unit is in shown_in.';

create view report.measure as
select plan, place, measure, figures, title, short_title, better, shown_in, shown_per_unit
  from plan_measure;
comment on view report.measure is
    'Every measure of the plan of the newest run, judged or only watched. A value in base units times shown_per_unit is in shown_in.';

-- England and its regions are what others are seen beside. Within a band neither way is better.
create view report.comparison as
select asked.plan, asked.measure, figure.period_start, figure.period_end, organisation.code as organisation, organisation.name, organisation.kind,
       figure.value, figure.mark,
       case when figure.value is not null and kind not in ('country', 'region') and better in ('higher', 'lower') then
           rank() over (partition by asked.plan, asked.measure, figure.period_start, figure.period_end, kind
                        order by case better when 'higher' then -figure.value else figure.value end nulls last) end as rank,
       case when figure.value is not null and kind not in ('country', 'region') and better in ('higher', 'lower') then
           count(figure.value) over (partition by asked.plan, asked.measure, figure.period_start, figure.period_end, kind) end as ranked,
       chart.variation, chart.provisional
  from report.measure asked
  join report.figure on figure.measure = asked.figures
  join organisation on organisation.code = figure.organisation
  left join organisation_chart chart
         on chart.plan = asked.plan and chart.measure = asked.measure and chart.organisation = organisation.code
            and chart.period_end = figure.period_end;
comment on view report.comparison is
    'Every organisation''s figure of each measure and period, ranked within its kind, 1 for the best, where one way is better; values in base units. The icon of its control chart stands beside its newest figure.';

-- Where this user may not make roles, an administrator makes grafana_reader before the first start, or grants it afterwards.
do $$
begin
    if not exists (select from pg_roles where rolname = 'grafana_reader') then
        create role grafana_reader nologin;
    end if;
exception
    when insufficient_privilege then
        raise notice 'The role grafana_reader was not made: %', sqlerrm;
    when duplicate_object or unique_violation then
        null; -- another database of this server made it just now
end
$$;

do $$
begin
    if exists (select from pg_roles where rolname = 'grafana_reader') then
        grant usage on schema report to grafana_reader;
        grant select on all tables in schema report to grafana_reader;
        alter default privileges in schema report grant select on tables to grafana_reader;
    end if;
end
$$;
