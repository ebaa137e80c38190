-- From when a nightly run is expected, so that one that never came can be missed as well.

create table timetable (
    begun_at timestamptz not null default now()
);
insert into timetable default values;
