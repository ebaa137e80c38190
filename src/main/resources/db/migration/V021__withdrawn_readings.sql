-- Deliveries that were read anew, after a layout was mended: from then on nothing of the earlier reading counts.
create table withdrawn_reading (
    delivery bigint      primary key references figure_set,
    known_at timestamptz not null
);
