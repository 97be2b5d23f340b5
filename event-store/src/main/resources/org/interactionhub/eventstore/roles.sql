-- The two logins of the hub and what each may do. Run by a superuser inside the hub's database, by psql or by JDBC;
-- may be run again at any time. Passwords are set elsewhere.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'hub_command') THEN
        CREATE ROLE hub_command LOGIN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'hub_query') THEN
        CREATE ROLE hub_query LOGIN;
    END IF;
END
$$;

-- hub_query makes and swaps its own schemas (history) whenever it rebuilds them.
DO $$
BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO hub_command, hub_query', current_database());
    EXECUTE format('GRANT CREATE ON DATABASE %I TO hub_query', current_database());
END
$$;

-- Whatever an analysts' view sorts on disk ends before the disk does.
ALTER ROLE hub_query SET temp_file_limit = '8GB';

REVOKE CREATE ON SCHEMA public FROM PUBLIC;

CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE EXTENSION IF NOT EXISTS unaccent;

CREATE SCHEMA IF NOT EXISTS store AUTHORIZATION hub_command;

CREATE SCHEMA IF NOT EXISTS intake AUTHORIZATION hub_command;

-- The log is read by both sides and written by one.
GRANT USAGE ON SCHEMA store TO hub_query;

ALTER DEFAULT PRIVILEGES FOR ROLE hub_command IN SCHEMA store GRANT SELECT ON TABLES TO hub_query;

-- Any SELECT may call a function. Whoever can take the locks of the leases can stop intake.
DO $$
DECLARE
    lock_function regprocedure;
BEGIN
    FOR lock_function IN
        SELECT oid::regprocedure FROM pg_proc
        WHERE pronamespace = 'pg_catalog'::regnamespace AND proname ~ '^pg_(try_)?advisory_'
    LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', lock_function);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO hub_command', lock_function);
    END LOOP;
END
$$;
