-- Who did what, when and from where. Entries are only added: no statement changes one, and none takes away one that is younger
-- than half a year. Whoever owns the database can take the rule away; the log has each entry, too.
create table audit_entry (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    action  text        not null,
    who     text, -- who signed in; null where nobody had
    address text, -- where it came from; null for what the service did itself
    what    text        not null
);

create index on audit_entry (action, id);

create function refuse_change_of_audit() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if old.at < now() - interval '180 days' then
            return old;
        end if;
    end if;
    raise exception 'The audit trail is only added to; an entry may be taken away when it is 180 days old';
end
$$;

create trigger only_added_to before update or delete on audit_entry for each row execute function refuse_change_of_audit();
create trigger never_emptied before truncate on audit_entry for each statement execute function refuse_change_of_audit();
