ALTER TABLE usage_batch ADD COLUMN reservations text[];
COMMENT ON COLUMN usage_batch.reservations IS 'The quota reservations that were made for its calls, so that whoever counts it counts it in their place; null for none.';

ALTER TABLE quota ADD COLUMN override_looked boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN quota.override_looked IS 'Whether the status was looked at since the override expired.';
CREATE INDEX quota_override_ended ON quota (override_expires_at) WHERE NOT override_looked AND override_expires_at IS NOT NULL;

CREATE FUNCTION organizations_with_ended_overrides(at timestamptz) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT
AS 'SELECT DISTINCT organization_id FROM quota WHERE NOT override_looked AND override_expires_at <= at';
COMMENT ON FUNCTION organizations_with_ended_overrides IS 'The organizations with a quota whose override has expired and whose status was not looked at since: ids only, so that the runtime role need not see other rows across organizations.';
REVOKE ALL ON FUNCTION organizations_with_ended_overrides FROM PUBLIC;
GRANT EXECUTE ON FUNCTION organizations_with_ended_overrides TO ${runtimeRole};
