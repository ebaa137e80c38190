-- What was started unasked or by hand, and how it ended.

create table run (
    id           bigint generated always as identity primary key,
    kind         text        not null check (kind in ('nightly', 'import', 'inbox', 'upload', 'override', 'approval', 'plan', 'demonstration')),
    business_day date        not null,
    started_at   timestamptz not null,
    finished_at  timestamptz,
    refused      integer,
    quiet        boolean     not null default false, -- nobody is told of what changed
    assessed     bigint      -- how many of its files were in the store when it recorded its assessment
);
create index on run (kind, business_day);

-- From when a nightly run is expected, so that one that never came can be missed as well.
create table timetable (
    begun_at timestamptz not null default now()
);
insert into timetable default values;
