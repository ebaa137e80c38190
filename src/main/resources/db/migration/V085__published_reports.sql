-- Reports as they were published. Rows are only ever added.

create table published_report (
    number           bigint      primary key, -- counting from 1
    plan             text        not null,
    as_of            date        not null,
    known_on         date        not null,
    plan_version     integer     not null,
    plan_fingerprint text        not null,
    corrects         bigint      unique references published_report, -- each is corrected once; who corrects again corrects the correction
    correction       text,                    -- what was corrected and why
    author           text        not null check (author <> ''),
    published_at     timestamptz not null,
    opening          text        not null,    -- its first points, a line each
    content          text        not null,    -- the report as a piece of HTML
    check ((corrects is null) = (correction is null))
);
create unique index on published_report (plan, as_of) where corrects is null;

create table published_report_line (
    report    bigint  not null references published_report,
    place     integer not null,
    objective text    not null,
    title     text    not null,
    status    text,             -- null where it was published as not assessed
    computed  text,             -- null where the rules had none
    reason    text    not null, -- why the two differ; empty where they do not
    comment   text    not null,
    comment_origin   text   not null, -- the month that it speaks of and whether it was published before, in words
    measure_comments text[] not null, -- what was said of its measures, each as plain text
    primary key (report, place)
);

-- The same report as documents, written when it was approved.
create table published_report_document (
    report  bigint not null references published_report,
    format  text   not null, -- pdf, docx, csv or json
    content bytea  not null,
    primary key (report, format)
);
