-- What people write beside the figures. Rows are only ever added.

create table comment_version (
    id         bigint generated always as identity primary key,
    plan       text        not null, -- the edition whose objective it is
    objective  text        not null,
    measure    text,                 -- null where it speaks of the objective as a whole
    month      date        not null, -- the first day of the month that it speaks of
    version    integer     not null check (version > 0),
    state      text        not null, -- draft or final
    figures    text        not null, -- what the figures say
    cause      text        not null,
    action     text        not null,
    action_by  date,
    expected   text        not null, -- what is expected next
    author     text        not null check (author <> ''),
    delivery   bigint,
    file_name  text,
    line       bigint      not null,
    cell       text, -- of a workbook, such as Sheet1!A2
    known_at   timestamptz not null
);
create unique index on comment_version (plan, objective, coalesce(measure, ''), month, version);

create table annotation (
    id        bigint generated always as identity primary key,
    plan      text        not null, -- the edition in force when it was written; it holds for the other editions of that plan, too
    measure   text        not null,
    first_day date        not null,
    last_day  date        not null check (last_day >= first_day), -- inclusive
    words     text        not null check (words <> ''),
    author    text        not null check (author <> ''),
    known_at  timestamptz not null
);

create table annotation_withdrawal (
    annotation bigint      primary key references annotation,
    author     text        not null check (author <> ''),
    known_at   timestamptz not null
);

-- The points that a report opens with. While they are a draft, only editors see them.
create table report_opening (
    plan     text        not null, -- the edition that the report is about
    as_of    date        not null, -- the day that the report speaks of
    version  integer     not null check (version > 0),
    points   text        not null, -- a line each
    approved boolean     not null, -- a report was published with them; else they are a draft
    author   text        not null check (author <> ''),
    known_at timestamptz not null,
    primary key (plan, as_of, version)
);
