-- What held between two looks at a rule and may hold no more at the next one.
CREATE TABLE alert_crossing (
  organization_id uuid NOT NULL,
  rule_id uuid NOT NULL,
  subject text NOT NULL,
  subject_label text,
  value numeric NOT NULL,
  bound numeric NOT NULL,
  message text NOT NULL,
  PRIMARY KEY (organization_id, rule_id, subject),
  FOREIGN KEY (organization_id, rule_id) REFERENCES alert_rule ON DELETE CASCADE
);
COMMENT ON TABLE alert_crossing IS 'Crossings of quotas that rules are to be told of at their next look: written with the quota''s status, taken away with what the rule made of them.';
COMMENT ON COLUMN alert_crossing.subject IS 'Which quota crossed, as alerts name it: = and its id.';
COMMENT ON COLUMN alert_crossing.subject_label IS 'The name that the quota had.';
COMMENT ON COLUMN alert_crossing.value IS 'The use in percent, at the crossing.';
COMMENT ON COLUMN alert_crossing.bound IS 'The use in percent at which the status begins that the rule asks for.';
COMMENT ON COLUMN alert_crossing.message IS 'What was noticed, in a sentence.';
ALTER TABLE alert_crossing ENABLE ROW LEVEL SECURITY;
ALTER TABLE alert_crossing FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON alert_crossing USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON alert_crossing TO ${runtimeRole};

ALTER TABLE alert_evaluation ADD COLUMN measured_at timestamptz;
COMMENT ON COLUMN alert_evaluation.measured_at IS 'When it was last looked at without failing; null when it was not. A calendar period that ended since is looked at once more.';

CREATE INDEX alert_delivery_pending ON alert_delivery (organization_id, alert_id, destination_id) WHERE status = 'PENDING';

CREATE OR REPLACE FUNCTION organizations_with_due_alerts(at timestamptz) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT
AS 'SELECT organization_id FROM alert_evaluation JOIN organization USING (organization_id) WHERE due_at <= at AND suspended_at IS NULL GROUP BY organization_id ORDER BY min(due_at)';
COMMENT ON FUNCTION organizations_with_due_alerts IS 'The organizations with a rule to be looked at, the longest due first: ids only, so that the runtime role need not see other rows across organizations.';
