-- What each run found. Rows are only ever added, except for ended_edition_month and the last five tables.

create table assessment_run (
    number           bigint generated always as identity primary key,
    plan             text        not null,
    plan_version     integer     not null,
    plan_fingerprint text        not null,
    as_of            date        not null, -- also the day whose knowledge was used
    quiet            boolean     not null,
    recorded_at      timestamptz not null,
    -- The status of every objective as of the month ends before, as known in this run: what a later run compares with to
    -- see that a restatement changed the past.
    month_ends       jsonb       not null
);
create index on assessment_run (plan, number);

-- The same of editions that are over, whose last months end when no run judges them any more, as the newest run knew it.
create table ended_edition_month (
    plan      text   not null,
    objective text   not null,
    month_end date   not null,
    status    text,   -- null when it could not be assessed
    run       bigint not null references assessment_run,
    primary key (plan, objective, month_end)
);

create table objective_status (
    run         bigint  not null references assessment_run,
    objective   text    not null,
    status      text,             -- the one that holds; null when not assessed
    computed    text,             -- null when it could not be assessed
    published   text,             -- null when nothing was published
    overridden  boolean not null,
    agrees      boolean not null,
    since       date    not null, -- the day of the first run in a row that found this status
    explanation jsonb   not null,
    primary key (run, objective)
);
create index on objective_status (objective, run);

create table measure_status (
    run                bigint  not null references assessment_run,
    objective          text    not null,
    measure            text    not null,
    status             text,             -- null when not assessed
    rule               text    not null,
    value              numeric,
    required           numeric,
    period_start       date,
    period_end         date,             -- the last day, inclusive
    consecutive_misses integer not null,
    warning            text,             -- the kind of early warning, or null
    warning_since      date,             -- the first day of its episode
    primary key (run, measure)
);
create index on measure_status (measure, run);

-- Every piece of news once, by its key, whichever instance found it.
create table assessment_change (
    key         text    primary key,
    run         bigint  not null references assessment_run,
    kind        text    not null,
    objective   text    not null,
    measure     text,
    from_status text,
    to_status   text,
    as_of       date    not null,
    announced   boolean not null -- false for what the first run found, and for quiet runs
);
create index on assessment_change (run);

-- The control charts and target paths of the newest run and what it found in words, for boards: they are worked out in the
-- service and replaced with each run, in its transaction.

create table chart_point (
    plan         text not null,
    objective    text not null,
    measure      text not null,
    period_start date not null,
    period_end   date not null,     -- the last day, inclusive
    value        double precision,  -- null where there is none or it is withheld; values in base units
    mean         double precision,
    lower_limit  double precision,  -- as drawn: null, too, where it lies beyond what the measure can be
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

create table objective_standing (
    plan           text    not null,
    place          integer not null, -- in the order of the plan
    ambition       text    not null,
    ambition_title text    not null,
    objective      text    not null,
    title          text    not null, -- as published
    status         text,             -- the one that holds; null when not assessed
    computed       text,             -- null when it could not be assessed
    published      text,             -- null when nothing was published
    published_on   date,
    set_manually   boolean not null,
    why            text    not null, -- what figures and milestones say; never what a person wrote
    measure        text,             -- the one that speaks for it; null when milestones alone do
    latest         text,             -- the figures as people read them
    latest_for     text,
    required       text,
    milestones     text    not null, -- how many are done; empty without any
    since          text,             -- the month, by its month ends as known now; null when not assessed
    overdue        text    not null, -- empty when nothing is
    primary key (plan, objective)
);

create table measure_standing (
    plan           text    not null,
    place          integer not null, -- in the order of the plan
    ambition       text    not null,
    objective      text    not null,
    measure        text    not null,
    figures        text    not null, -- the name under which files give its figures; mostly its own
    title          text    not null,
    short_title    text    not null, -- a few words
    status         text,             -- null when not assessed
    latest         text    not null, -- the figures as people read them
    latest_for     text    not null, -- empty without a figure
    required       text    not null,
    better         text    not null, -- higher or lower
    variation      text    not null, -- empty without a chart
    assurance      text    not null, -- in a few words, or why that cannot be said
    warning        text    not null, -- empty without one
    overdue        boolean not null,
    shown_in       text    not null, -- the unit that people read
    shown_per_unit numeric not null, -- how many of it are one of the base unit
    primary key (plan, measure)
);

create table plan_measure (
    plan           text    not null,
    place          integer not null, -- in the order of the plan, those of objectives first
    measure        text    not null,
    figures        text    not null, -- the name under which files give its figures; mostly its own
    title          text    not null,
    short_title    text    not null, -- a few words
    better         text    not null, -- higher or lower; within where the plan asks for a value between two
    shown_in       text    not null, -- the unit that people read
    shown_per_unit numeric not null, -- how many of it are one of the base unit
    primary key (plan, measure)
);

-- The register of organisations as the newest run knew it. Who left it stays, as figures of theirs do.
create table organisation (
    code text primary key,
    name text not null,
    kind text not null
);

-- What the control chart of each organisation says of its newest figure, for the measures of which several have figures. Made anew where
-- what it is made of has changed.
create table organisation_chart (
    plan         text    not null,
    measure      text    not null,
    organisation text    not null,
    period_end   date    not null, -- the last day of that figure's period, inclusive
    variation    text    not null, -- the icon; neutral where the plan asks for a value between two
    provisional  boolean not null, -- whether the chart rests on few figures
    primary key (plan, measure, organisation)
);

create table organisation_chart_source (
    plan    text not null,
    measure text not null,
    made_of text not null, -- the edition of the plan and what was held of the measure
    primary key (plan, measure)
);
