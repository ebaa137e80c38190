-- Who is told what, and the mails that tell it: each is written in the transaction of the change that it tells of.

create table mail (
    id              bigint generated always as identity primary key,
    message_id      text        not null unique,
    run             bigint      not null,
    recipient       text        not null,
    subject         text        not null,
    plain           text        not null,
    html            text        not null,
    state           text        not null default 'waiting' check (state in ('waiting', 'sent', 'dead')),
    attempts        integer     not null default 0,
    created_at      timestamptz not null default now(),
    next_attempt_at timestamptz not null default now(),
    -- While one instance is sending it, the others leave it alone; a dead instance's lease runs out.
    leased_until    timestamptz,
    sent_at         timestamptz,
    last_error      text,
    given_up_at     timestamptz
);
create index on mail (next_attempt_at) where state = 'waiting';
create index on mail (state, id);

-- The pictures inside a mail, written with it.
create table mail_picture (
    mail        bigint  not null references mail on delete cascade,
    number      integer not null,
    content_id  text    not null, -- what the HTML part calls it by
    png         bytea   not null,
    alternative text    not null, -- what it shows, in a sentence
    primary key (mail, number)
);

-- Who was told what. A piece of news reaches a recipient once, whichever run or instance finds it.
create table told (
    recipient  text   not null,
    change_key text   not null,
    mail       bigint not null references mail deferrable initially deferred,
    -- What the mail said of an objective, to be compared with how it stands when the mail goes out late.
    -- Null for news that is not about an objective.
    plan       text, -- the edition whose objective it is
    kind       text,
    objective  text,
    measure    text,
    status     text, -- null for not assessed
    about      date, -- the past month end that was restated, the last day of an override, otherwise the day of the run
    primary key (recipient, change_key)
);
create index on told (mail);

-- What each run has passed on, so that the next one of the same plan begins where it ended. A quiet run passes on without telling.
create table mail_round (
    run             bigint  primary key,
    plan            text    not null, -- the edition that the run assessed
    as_of           date    not null,
    quiet           boolean not null,
    newest_delivery bigint  not null -- deliveries up to this number need not be told any more; 0 for none
);

-- At most one row: while the mail server cannot be reached or does not let the service in.
create table mail_server (
    only_row          boolean     primary key default true check (only_row),
    unreachable_since timestamptz not null,
    attempts          integer     not null,
    next_attempt_at   timestamptz not null,
    last_error        text        not null
);
