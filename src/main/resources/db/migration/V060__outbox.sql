-- Mails to be sent, written in the transaction of the change that they tell of.

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
    last_error      text
);
create index on mail (next_attempt_at) where state = 'waiting';

-- Who was told what. A piece of news reaches a recipient once, whichever run or instance finds it.
create table told (
    recipient  text   not null,
    change_key text   not null,
    mail       bigint not null references mail deferrable initially deferred,
    primary key (recipient, change_key)
);
