#!/bin/bash
# Runs once, when the database is new: the hub's logins, each with the password of its secret.
set -euo pipefail
sql() { psql --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" "$@"; }
sql --file /hub/roles.sql
for login in hub_command hub_query; do
    # a variable reaches psql's :'...' on standard input only
    sql --set login="$login" --set password="$(cat "/run/secrets/${login}_password")" <<<"ALTER ROLE :\"login\" PASSWORD :'password';"
done
