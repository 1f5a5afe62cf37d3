-- On Citus the binding of a transaction must reach the workers. Plain PostgreSQL keeps the setting and ignores it, where the owner may make it.
DO $$
BEGIN
  ALTER ROLE ${runtimeRole} SET citus.propagate_set_commands = 'local';
EXCEPTION
  WHEN insufficient_privilege THEN
    RAISE NOTICE 'citus.propagate_set_commands is not set for ${runtimeRole}';
END
$$;
