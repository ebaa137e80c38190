-- What was promised, as written at each time. Rows are only ever added.

create table plan_version (
    id          bigint generated always as identity primary key,
    plan        text        not null, -- the edition
    number      integer     not null, -- counts up within the edition
    fingerprint text        not null, -- SHA-256 of names and contents of the files
    known_from  timestamptz not null,
    format      integer     not null, -- the shape of the document; see docs/decisions/0071
    document    jsonb       not null, -- what the files say, readable without them
    unique (plan, number)
);

create table plan_file (
    version bigint not null references plan_version,
    name    text   not null,
    content text   not null,
    primary key (version, name)
);

-- Which versions stood beside each other, one of each edition, from when until the next row; the newest row is configured now.
create table plan_editions (
    id         bigint generated always as identity primary key,
    known_from timestamptz not null,
    versions   bigint[]    not null check (cardinality(versions) > 0) -- ids of plan_version, in ascending order
);
