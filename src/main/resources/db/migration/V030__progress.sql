-- What people report. Rows are only ever added.

create table milestone_report (
    id        bigint generated always as identity primary key,
    milestone text        not null,
    as_of     date        not null,
    forecast  date,
    achieved  date,
    withdrawn boolean     not null, -- takes back that it was achieved
    comment   text        not null,
    delivery  bigint,
    file_name text,
    line      bigint      not null,
    known_at  timestamptz not null,
    cell      text -- of a workbook, such as Sheet1!A2
);
create unique index on milestone_report (delivery, line, coalesce(cell, ''));

create table published_position (
    id        bigint generated always as identity primary key,
    objective text        not null,
    as_of     date        not null,
    status    text        not null,
    comment   text        not null,
    delivery  bigint,
    file_name text,
    line      bigint      not null,
    known_at  timestamptz not null,
    cell      text -- of a workbook, such as Sheet1!A2
);
create unique index on published_position (delivery, line, coalesce(cell, ''));

create extension if not exists btree_gist;

create table status_override (
    id          bigint generated always as identity primary key,
    objective   text        not null,
    status      text        not null,
    reason      text        not null check (reason <> ''),
    author      text        not null check (author <> ''),
    valid_from  date        not null,
    valid_until date        not null, -- the last day, inclusive
    delivery    bigint,
    file_name   text,
    line        bigint      not null,
    known_at    timestamptz not null,
    cell        text, -- of a workbook, such as Sheet1!A2
    -- Two overrides never hold on the same day, whoever enters them and however many instances run.
    exclude using gist (objective with =, daterange(valid_from, valid_until, '[]') with &&)
);
