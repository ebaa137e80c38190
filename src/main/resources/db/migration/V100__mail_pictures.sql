-- The pictures inside a mail, written with it.
create table mail_picture (
    mail        bigint  not null references mail on delete cascade,
    number      integer not null,
    content_id  text    not null, -- what the HTML part calls it by
    png         bytea   not null,
    alternative text    not null, -- what it shows, in a sentence
    primary key (mail, number)
);

-- What each run has passed on, so that the next one begins where it ended. A quiet run passes on without telling.
create table mail_round (
    run             bigint  primary key,
    as_of           date    not null,
    quiet           boolean not null,
    newest_delivery bigint  not null -- deliveries up to this number need not be told any more; 0 for none
);
