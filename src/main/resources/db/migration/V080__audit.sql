-- Who did what, when and from where. Entries are only added: no statement changes one or takes one away, but for the function
-- that forgets those that are older than half a year. Whoever owns the database can take the rule away; the log has each entry, too.
create table audit_entry (
    id      bigint generated always as identity primary key,
    at      timestamptz not null default clock_timestamp(), -- the real moment, whatever day the service was told
    action  text        not null check (action in ('sign_in', 'sign_in_refused', 'sign_out', 'refused', 'upload', 'original', 'override', 'revocation', 'comment',
                                                   'annotation', 'report', 'report_opening', 'mail_sent_again', 'access_settings', 'retention')),
    who     text, -- who signed in; null where nobody had
    address text, -- where it came from; null for what the service did itself
    what    text        not null,
    check (at between timestamptz '1970-01-01 00:00Z' and timestamptz '2999-12-31 00:00Z') -- what every reader can show, also of a clock that goes wrong
);

create index on audit_entry (action, id);

create function forget_audit_entries(kept interval) returns bigint language plpgsql as $$
declare
    forgotten bigint;
begin
    delete from audit_entry where at < clock_timestamp() - greatest(kept, interval '180 days');
    get diagnostics forgotten = row_count;
    return forgotten;
end
$$;

create function refuse_change_of_audit() returns trigger language plpgsql as $$
declare
    callers text;
begin
    get diagnostics callers = pg_context;
    if tg_op = 'DELETE' and callers ~ '(^|\n)PL/pgSQL function forget_audit_entries\(interval\) line' then
        return old;
    end if;
    raise exception 'The audit trail is only added to; forget_audit_entries takes away what is 180 days old';
end
$$;

create trigger only_added_to before update or delete on audit_entry for each row execute function refuse_change_of_audit();
create trigger never_emptied before truncate on audit_entry for each statement execute function refuse_change_of_audit();
