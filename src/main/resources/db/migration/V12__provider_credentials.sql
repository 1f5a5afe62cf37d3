CREATE TABLE provider_credential (
  organization_id uuid NOT NULL REFERENCES organization,
  provider_credential_id uuid NOT NULL,
  provider text NOT NULL,
  source text NOT NULL,
  status text NOT NULL,
  disabled_reason text,
  monthly_budget bigint,
  auto_disable boolean NOT NULL,
  secret_version integer NOT NULL,
  previous_secret_until timestamptz,
  validated_at timestamptz NOT NULL,
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, provider_credential_id),
  UNIQUE (organization_id, provider)
);
COMMENT ON TABLE provider_credential IS 'With what an organization''s calls are made at a provider, without the secret.';
COMMENT ON COLUMN provider_credential.provider IS 'The one name of the provider, in lower case.';
COMMENT ON COLUMN provider_credential.source IS 'Who has the contract with the provider: PLATFORM, who runs this installation, or OWN, the organization.';
COMMENT ON COLUMN provider_credential.status IS 'ACTIVE or DISABLED.';
COMMENT ON COLUMN provider_credential.disabled_reason IS 'BUDGET_EXCEEDED or MANUAL; null while ACTIVE.';
COMMENT ON COLUMN provider_credential.monthly_budget IS 'In 10^-12 USD, as in the ledger; null for none.';
COMMENT ON COLUMN provider_credential.auto_disable IS 'Whether it is disabled while the month''s cost exceeds the budget.';
COMMENT ON COLUMN provider_credential.secret_version IS 'Which of its secrets is the present one.';
COMMENT ON COLUMN provider_credential.previous_secret_until IS 'Until when the secret before the present one can be read; null when it cannot.';
COMMENT ON COLUMN provider_credential.validated_at IS 'When the provider last accepted the present secret.';
COMMENT ON COLUMN provider_credential.version IS 'Grows by one with each change.';
ALTER TABLE provider_credential ENABLE ROW LEVEL SECURITY;
ALTER TABLE provider_credential FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON provider_credential USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON provider_credential TO ${runtimeRole};

CREATE TABLE provider_data_key (
  organization_id uuid NOT NULL,
  provider_credential_id uuid NOT NULL,
  master_key_id text NOT NULL,
  wrapped_key bytea NOT NULL,
  generation integer NOT NULL,
  PRIMARY KEY (organization_id, provider_credential_id, master_key_id),
  FOREIGN KEY (organization_id, provider_credential_id) REFERENCES provider_credential ON DELETE CASCADE
);
COMMENT ON TABLE provider_data_key IS 'The key that a credential''s secrets are encrypted with, wrapped by a master key; by several while one takes the place of another.';
COMMENT ON COLUMN provider_data_key.master_key_id IS 'Tells which master key it is; says nothing about the key itself.';
COMMENT ON COLUMN provider_data_key.generation IS 'Higher for the master key that takes the place of the others.';
ALTER TABLE provider_data_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE provider_data_key FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON provider_data_key USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON provider_data_key TO ${runtimeRole};

CREATE TABLE provider_secret (
  organization_id uuid NOT NULL,
  provider_credential_id uuid NOT NULL,
  secret_version integer NOT NULL,
  base_url text NOT NULL,
  ciphertext bytea NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, provider_credential_id, secret_version),
  FOREIGN KEY (organization_id, provider_credential_id) REFERENCES provider_credential ON DELETE CASCADE
);
COMMENT ON TABLE provider_secret IS 'The secrets of a credential, encrypted: the present one, and for a while the one before.';
COMMENT ON COLUMN provider_secret.base_url IS 'Where alone this secret is sent: the ciphertext cannot be decrypted with another one.';
ALTER TABLE provider_secret ENABLE ROW LEVEL SECURITY;
ALTER TABLE provider_secret FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON provider_secret USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
GRANT SELECT, INSERT, DELETE ON provider_secret TO ${runtimeRole};

CREATE FUNCTION organizations_with_credential_chores(at timestamptz, newest_key text, earlier_keys text[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT
AS 'SELECT c.organization_id FROM provider_credential c
    WHERE c.previous_secret_until <= at OR c.disabled_reason = ''BUDGET_EXCEEDED'' OR (c.auto_disable AND c.monthly_budget IS NOT NULL)
    UNION
    SELECT k.organization_id FROM provider_data_key k GROUP BY k.organization_id, k.provider_credential_id
    HAVING max(k.generation) FILTER (WHERE k.master_key_id = ANY (earlier_keys)) > coalesce(max(k.generation) FILTER (WHERE k.master_key_id = newest_key), 0)
      OR (cardinality(earlier_keys) = 0 AND min(k.generation) < max(k.generation) FILTER (WHERE k.master_key_id = newest_key))';
COMMENT ON FUNCTION organizations_with_credential_chores IS 'Whose credentials are to be looked at: budgets, secrets that have had their time, and data keys that are not wrapped as they should be.';
REVOKE ALL ON FUNCTION organizations_with_credential_chores FROM PUBLIC;
GRANT EXECUTE ON FUNCTION organizations_with_credential_chores TO ${runtimeRole};

CREATE FUNCTION closed_provider_data_keys(known_keys text[]) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT
AS 'SELECT count(*) FROM (SELECT FROM provider_data_key k GROUP BY k.organization_id, k.provider_credential_id HAVING NOT bool_or(k.master_key_id = ANY (known_keys))) AS closed';
COMMENT ON FUNCTION closed_provider_data_keys IS 'How many data keys none of these master keys opens.';
REVOKE ALL ON FUNCTION closed_provider_data_keys FROM PUBLIC;
GRANT EXECUTE ON FUNCTION closed_provider_data_keys TO ${runtimeRole};
