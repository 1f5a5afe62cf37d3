COMMENT ON COLUMN alert_destination.secret IS 'What a webhook''s calls are signed with, encrypted: sealed:1:<ids of master keys>:<data key wrapped by each>:<ciphertext>, the newest master key last. As it is where it was stored before a master key was set. Null for others. No API returns it.';

CREATE FUNCTION organizations_with_destination_secrets_to_wrap(newest_key text, earlier_keys text[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT
AS 'SELECT DISTINCT d.organization_id FROM (SELECT organization_id, secret, string_to_array(split_part(secret, '':'', 3), '','') AS keys FROM alert_destination WHERE secret IS NOT NULL) AS d
    WHERE d.secret NOT LIKE ''sealed:%''
      OR d.keys[cardinality(d.keys)] = ANY (earlier_keys)
      OR (cardinality(earlier_keys) = 0 AND array_position(d.keys, newest_key) > 1)';
COMMENT ON FUNCTION organizations_with_destination_secrets_to_wrap IS 'Whose signing secrets are not kept under the newest master key as they should be.';
REVOKE ALL ON FUNCTION organizations_with_destination_secrets_to_wrap FROM PUBLIC;
GRANT EXECUTE ON FUNCTION organizations_with_destination_secrets_to_wrap TO ${runtimeRole};
