#!/bin/sh
# Run once by the PostgreSQL container of docker-compose.yml, when it makes the database. The service's migration then
# gives the role the views of schema report, and nothing else.
set -eu
psql --set=ON_ERROR_STOP=1 --set=password="$(cat /run/secrets/grafana-reader)" \
  --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
create role grafana_reader login password :'password' connection limit 20;
alter role grafana_reader set default_transaction_read_only = on;
alter role grafana_reader set statement_timeout = '30s';
SQL
