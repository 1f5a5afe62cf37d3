CREATE TABLE quota_book (
  organization_id uuid PRIMARY KEY REFERENCES organization,
  revision bigint NOT NULL
);
COMMENT ON TABLE quota_book IS 'Counts the changes of each organization''s quotas, so that nodes see cheaply whether they know the newest. Its row lock puts changes in order.';
ALTER TABLE quota_book ENABLE ROW LEVEL SECURITY;
ALTER TABLE quota_book FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON quota_book USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON quota_book TO ${runtimeRole};

CREATE TABLE quota (
  organization_id uuid NOT NULL REFERENCES organization,
  quota_id uuid NOT NULL,
  name text NOT NULL,
  scope text NOT NULL,
  scope_value text NOT NULL,
  total_tokens bigint,
  input_tokens bigint,
  output_tokens bigint,
  requests bigint,
  cost bigint,
  period text NOT NULL,
  reset_day integer NOT NULL,
  reset_hour integer NOT NULL,
  mode text NOT NULL,
  warning_percent integer NOT NULL,
  critical_percent integer NOT NULL,
  fail_open boolean NOT NULL,
  override_total_tokens bigint,
  override_input_tokens bigint,
  override_output_tokens bigint,
  override_requests bigint,
  override_cost bigint,
  override_expires_at timestamptz,
  override_reason text,
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, quota_id)
);
CREATE INDEX quota_by_name ON quota (organization_id, name, quota_id);
COMMENT ON TABLE quota IS 'How much of what a part of the organization may use in a period. What is used is not here: it is derived from the ledger.';
COMMENT ON COLUMN quota.scope IS 'What the limits hold for: ORGANIZATION, TEAM, PROJECT, USER, API_KEY, FEATURE, MODEL or PROVIDER.';
COMMENT ON COLUMN quota.scope_value IS 'Which team, project and so on, as events name it; empty for the organization.';
COMMENT ON COLUMN quota.cost IS 'In 10^-12 USD, as in the ledger.';
COMMENT ON COLUMN quota.reset_day IS 'When a period begins: the day of the week from 1, Monday, or of the month; the last day of shorter months. 1 where it means nothing.';
COMMENT ON COLUMN quota.reset_hour IS 'The hour of the organization''s day at which a period begins.';
COMMENT ON COLUMN quota.fail_open IS 'Whether calls go on while the counters cannot be reached.';
COMMENT ON COLUMN quota.override_expires_at IS 'Until when the override''s limits stand in place of the others; null for no override.';
COMMENT ON COLUMN quota.version IS 'Grows by one with each change.';
ALTER TABLE quota ENABLE ROW LEVEL SECURITY;
ALTER TABLE quota FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON quota USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON quota TO ${runtimeRole};

CREATE TABLE quota_status (
  organization_id uuid NOT NULL,
  quota_id uuid NOT NULL,
  status text NOT NULL,
  period_end timestamptz NOT NULL,
  PRIMARY KEY (organization_id, quota_id),
  FOREIGN KEY (organization_id, quota_id) REFERENCES quota ON DELETE CASCADE
);
COMMENT ON TABLE quota_status IS 'The last status of each quota that was told. Its row lock is what makes a crossing be told once, whichever node sees it.';
COMMENT ON COLUMN quota_status.period_end IS 'The end of the period that the status is of.';
CREATE INDEX quota_status_ended ON quota_status (period_end) WHERE status <> 'OK';
ALTER TABLE quota_status ENABLE ROW LEVEL SECURITY;
ALTER TABLE quota_status FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON quota_status USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON quota_status TO ${runtimeRole};

CREATE FUNCTION organizations_with_ended_quotas(at timestamptz) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT
AS 'SELECT DISTINCT organization_id FROM quota_status WHERE status <> ''OK'' AND period_end <= at';
COMMENT ON FUNCTION organizations_with_ended_quotas IS 'The organizations with a quota whose status is of a period that is over: ids only, so that the runtime role need not see other rows across organizations.';
REVOKE ALL ON FUNCTION organizations_with_ended_quotas FROM PUBLIC;
GRANT EXECUTE ON FUNCTION organizations_with_ended_quotas TO ${runtimeRole};
