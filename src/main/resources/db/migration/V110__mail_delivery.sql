-- How mails go out: what each one told, when one was given up, and since when the mail server cannot be reached.

alter table mail add column given_up_at timestamptz;
create index on mail (state, id);

-- What a mail said of an objective, to be compared with how it stands when the mail goes out late.
-- Null for news that is not about an objective, and for mails written before.
alter table told
    add column kind      text,
    add column objective text,
    add column measure   text,
    add column status    text, -- null for not assessed
    add column about     date; -- the past month end that was restated, the last day of an override, otherwise the day of the run
create index on told (mail);

-- At most one row: while the mail server cannot be reached or does not let the service in.
create table mail_server (
    only_row          boolean     primary key default true check (only_row),
    unreachable_since timestamptz not null,
    attempts          integer     not null,
    next_attempt_at   timestamptz not null,
    last_error        text        not null
);
