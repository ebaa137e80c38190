-- What came in, what became of it and what was refused of it. Rows are only ever added.
-- Every upload, written before its file can be seen: bytes that somebody signed in to send are never taken for the folder owner's.
create table upload (
    id                      bigint generated always as identity primary key,
    sha256                  text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    file_name               text        not null, -- in the inbox
    sender                  text        not null check (sender <> ''),
    speaks_for_organisation boolean     not null, -- by their role at that moment
    received_at             timestamptz not null
);

create index on upload (sha256);
create index on upload (file_name);


create table delivery (
    id                 bigint      primary key, -- counted up without gaps: an import that fails takes no number
    sha256             text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    attempt            integer     not null check (attempt > 0), -- 2 and more: the same bytes, read again after a layout was mended
    file_name          text        not null,
    feed               text,
    layout             text,
    layout_fingerprint text,
    vintage_day        date        not null,
    vintage_version    integer     not null,
    dated_by           text        not null check (dated_by in ('publisher', 'arrival', 'latest_period')), -- where that day comes from
    arrived_at         timestamptz not null,
    sender             text, -- who signed in to send it; null for the owner of the data folder
    state              text        not null check (state in ('published', 'refused')),
    read               bigint      not null,
    used               bigint      not null,
    left_out           bigint      not null,
    rejected           bigint      not null,
    figures            bigint      not null,
    added              bigint      not null, -- cells that had no figure before
    revised            bigint      not null, -- cells whose figure differs from the one before
    reports            bigint      not null, -- milestone reports, positions and overrides that say anything new
    took_millis        bigint      not null,
    faults             text[]      not null,
    warnings           text[]      not null,
    -- Nobody may be told how many lines were used, because figures made of them are withheld: they are not counted here.
    used_withheld      boolean     not null default false,
    -- The second line of defence against doubling: whatever goes wrong, the same bytes are published once an attempt.
    unique (sha256, attempt),
    check (read = used + left_out + rejected),
    check (used = 0 or not used_withheld),
    check ((state = 'refused') = (cardinality(faults) > 0)),
    check (state = 'published' or figures + added + revised + reports = 0)
);
create index on delivery (arrived_at);
create index on delivery (feed);

create table delivery_period (
    delivery     bigint  not null references delivery,
    period_start date    not null,
    period_end   date    not null, -- the last day, inclusive
    held         boolean not null, -- whether the delivery brought anything for it, or only speaks for it
    primary key (delivery, period_start, period_end)
);

-- Rejects are written while the file is read, the delivery when it has been read: the reference is checked at commit.
create table reject (
    delivery    bigint not null references delivery deferrable initially deferred,
    number      bigint not null, -- 1, 2, 3 in the order they were found
    line        bigint not null,
    code        text   not null,
    column_name text   not null,
    found       text   not null,
    expected    text   not null,
    cell        text, -- of a workbook, such as Provider!H27
    primary key (delivery, number)
);

create table reject_count (
    delivery bigint not null references delivery,
    code     text   not null,
    rejects  bigint not null,
    primary key (delivery, code)
);

-- Every arrival, those of known bytes too.
create table arrival (
    id         bigint generated always as identity primary key,
    delivery   bigint      not null references delivery,
    file_name  text        not null,
    arrived_at timestamptz not null,
    stamp      text, -- which file of the inbox it was, so that an import cut off here does not count it twice
    unique (delivery, stamp),
    unique (delivery, file_name, arrived_at)
);

-- The files of each run in the order in which they are published, and how far each came: from here a run goes on after whatever ended it.
create table run_file (
    run        bigint      not null,
    number     integer     not null,
    uri        text        not null, -- where it lies; a name need not be text
    named      boolean     not null, -- by somebody; else it was found in the inbox
    again      boolean     not null, -- read once more although its bytes are known
    arrived_at timestamptz not null,
    sha256     text,
    seen       text,                 -- what a look at the file showed when its bytes were taken
    delivery   bigint references delivery,
    known      boolean     not null default false, -- its bytes came before
    done       boolean     not null default false,
    trouble    text,                 -- why it was left
    tried      bigint,               -- the execution of the job that tried it last and left it
    reader     text,                 -- the process that read it ahead of its turn, last
    reading_since timestamptz,       -- since when it does; null when nobody reads it ahead now
    primary key (run, number)
);
create index on run_file (run) where not done;

-- What was read of a file ahead of its turn: figures, rejects and counts as they are published. Gone once the file is.
create table run_reading (
    run         bigint  not null,
    number      integer not null,
    basis       text    not null, -- a fingerprint of all that it depends on
    content     bytea   not null,
    took_millis bigint  not null,
    primary key (run, number),
    foreign key (run, number) references run_file on delete cascade
);
-- It is packed already.
alter table run_reading alter column content set storage external;
