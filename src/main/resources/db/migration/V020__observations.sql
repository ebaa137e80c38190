-- What was measured. Rows are only ever added.

create table figure_set (
    delivery        bigint primary key,
    file_name       text        not null,
    layout          text        not null, -- what read it; versions are compared among files of one layout
    vintage_day     date        not null,
    vintage_version integer     not null,
    dated_by        text        not null check (dated_by in ('publisher', 'arrival', 'latest_period')), -- where the day comes from
    known_at        timestamptz not null
);

-- What a delivery speaks for: all of a measure, scope and period. Where several speak of the same figure, the one with the
-- greatest precedence counts among those that were known and not withdrawn; it is worked out when the delivery is published.
create table coverage (
    id           bigint generated always as identity primary key,
    delivery     bigint not null references figure_set,
    measure      text   not null,
    scope        text   not null,
    period_start date   not null,
    period_end   date   not null, -- the last day, inclusive
    of_one_organisation boolean not null, -- the scope is the code of the organisation that it speaks for
    rank         text not null, -- of how new the delivery says that this is
    precedence   text collate "C" not null, -- a rank, of this vintage or lent by what it stands above, moment of arrival, number of the delivery
    check (period_start <= period_end),
    unique (delivery, measure, scope, period_start, period_end)
);
create index on coverage (measure, scope, period_end);

create table observation (
    coverage     bigint  not null references coverage,
    organisation text    not null,
    value        numeric,
    numerator    numeric,
    denominator  numeric,
    mark         text    not null check (mark in ('none', 'estimated', 'missing', 'suppressed', 'not_applicable')),
    line         bigint  not null,
    lines        bigint  not null,
    cell         text, -- of a workbook, such as Provider!H27
    primary key (coverage, organisation),
    check ((value is null) = (mark not in ('none', 'estimated')))
);
create index on observation (organisation);

-- Whose figures are estimates of their publisher, of all that are published of a measure, scope and period; a list may come
-- before the figures or after them, and the one with the greatest precedence counts.
create table estimate_list (
    delivery      bigint not null references figure_set,
    measure       text   not null,
    scope         text   not null,
    period_start  date   not null,
    period_end    date   not null, -- the last day, inclusive
    precedence    text collate "C" not null, -- as of a coverage
    organisations text[] not null,
    primary key (delivery, measure, scope, period_start, period_end),
    check (period_start <= period_end)
);

-- Deliveries that were read anew, after a layout was mended: from then on nothing of the earlier reading counts.
create table withdrawn_reading (
    delivery bigint      primary key references figure_set,
    known_at timestamptz not null
);
