CREATE TABLE audit_head (
  organization_id uuid PRIMARY KEY REFERENCES organization,
  sequence bigint NOT NULL,
  hash bytea NOT NULL
);
COMMENT ON TABLE audit_head IS 'The newest entry of each organization''s audit log. Its row lock puts entries in order.';
ALTER TABLE audit_head ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_head FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON audit_head USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON audit_head TO ${runtimeRole};

CREATE TABLE audit_entry (
  organization_id uuid NOT NULL REFERENCES organization,
  sequence bigint NOT NULL,
  recorded_at timestamptz NOT NULL,
  actor_type text NOT NULL,
  actor_id text,
  action text NOT NULL,
  outcome text NOT NULL,
  target_type text NOT NULL,
  target_id text NOT NULL,
  before json,
  after json,
  reason text,
  address text,
  previous_hash bytea NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (organization_id, sequence, recorded_at)
) PARTITION BY RANGE (recorded_at);
COMMENT ON TABLE audit_entry IS 'Who changed what, when and why. Appended to and never changed: the runtime role may not update or delete. Past retention whole partitions are dropped.';
COMMENT ON COLUMN audit_entry.sequence IS 'Counts the organization''s entries from 1, without a gap.';
COMMENT ON COLUMN audit_entry.actor_type IS 'PERSON, API_KEY or TOLLGATE.';
COMMENT ON COLUMN audit_entry.actor_id IS 'The account or the key; null for Tollgate itself.';
COMMENT ON COLUMN audit_entry.action IS 'The name of the mutation, or of what else was tried, for example signIn.';
COMMENT ON COLUMN audit_entry.outcome IS 'DONE or REFUSED.';
COMMENT ON COLUMN audit_entry.before IS 'What was, as JSON text kept as it was written; null when there was nothing. Never holds a secret.';
COMMENT ON COLUMN audit_entry.after IS 'What is since; null when there is nothing. Never holds a secret.';
COMMENT ON COLUMN audit_entry.address IS 'Where the request came from.';
COMMENT ON COLUMN audit_entry.previous_hash IS 'The hash of the entry before; 32 zero bytes for the first.';
COMMENT ON COLUMN audit_entry.hash IS 'SHA-256 over previous_hash and all other columns.';
ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON audit_entry USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
GRANT SELECT, INSERT ON audit_entry TO ${runtimeRole};
