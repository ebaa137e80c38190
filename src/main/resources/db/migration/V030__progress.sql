-- What people report. Rows are only ever added. Each is about one edition of the plan, by whose codes and ids it names things.

create table milestone_report (
    id        bigint generated always as identity primary key,
    plan      text        not null,
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
    plan      text        not null,
    objective text        not null,
    as_of     date        not null,
    status    text, -- null: published as not assessed
    comment   text        not null,
    reason    text        not null, -- why the status is not the computed one; empty when none was given
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
    plan        text        not null,
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
    -- Its days without those that were revoked, for the constraint alone: two overrides never hold on the same day, whoever
    -- enters them and however many instances run.
    held        daterange   not null,
    exclude using gist (plan with =, objective with =, held with &&)
);

create table override_revocation (
    id        bigint generated always as identity primary key,
    override  bigint      not null references status_override,
    from_day  date        not null, -- the first day on which it no longer holds; on its first day, it never held
    reason    text        not null check (reason <> ''),
    author    text        not null check (author <> ''),
    delivery  bigint,
    file_name text,
    line      bigint      not null,
    cell      text, -- of a workbook, such as Sheet1!A2
    known_at  timestamptz not null
);

create index on override_revocation (override);
