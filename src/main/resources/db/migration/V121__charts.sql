-- The control charts and target paths of the newest run, for boards: they are worked out in the service and replaced with
-- each run, in its transaction.

create table chart_point (
    plan         text not null,
    objective    text not null,
    measure      text not null,
    period_start date not null,
    period_end   date not null,     -- the last day, inclusive
    value        double precision,  -- null where there is none or it is withheld; values in base units
    mean         double precision,
    lower_limit  double precision,
    upper_limit  double precision,
    required     double precision,  -- null where nothing is required that one period could be held against
    cause        text not null,     -- the rule that fired
    meaning      text not null,     -- what that means, by which way is better
    primary key (plan, measure, period_end)
);

create table target_path (
    plan         text    not null,
    objective    text    not null,
    measure      text    not null,
    period_start date    not null,
    period_end   date    not null,
    required     numeric not null,
    primary key (plan, measure, period_end)
);

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

do $$
begin
    if exists (select from pg_roles where rolname = 'grafana_reader') then
        grant select on report.chart_point, report.target_path to grafana_reader;
    end if;
end
$$;
