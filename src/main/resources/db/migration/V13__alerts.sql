CREATE TABLE alert_destination (
  organization_id uuid NOT NULL REFERENCES organization,
  destination_id uuid NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  url text,
  recipients text[] NOT NULL,
  secret text,
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, destination_id)
);
CREATE INDEX alert_destination_by_name ON alert_destination (organization_id, name, destination_id);
COMMENT ON TABLE alert_destination IS 'Where alerts are delivered to, beside the pages.';
COMMENT ON COLUMN alert_destination.kind IS 'WEBHOOK, SLACK or EMAIL.';
COMMENT ON COLUMN alert_destination.url IS 'Where a webhook is called, which may itself be secret; null for email.';
COMMENT ON COLUMN alert_destination.recipients IS 'Whom email is sent to; empty for others.';
COMMENT ON COLUMN alert_destination.secret IS 'What a webhook''s calls are signed with, as it was shown once; null for others. No API returns it.';
COMMENT ON COLUMN alert_destination.version IS 'Grows by one with each change.';
ALTER TABLE alert_destination ENABLE ROW LEVEL SECURITY;
ALTER TABLE alert_destination FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON alert_destination USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON alert_destination TO ${runtimeRole};

CREATE TABLE alert_rule (
  organization_id uuid NOT NULL REFERENCES organization,
  rule_id uuid NOT NULL,
  name text NOT NULL,
  condition jsonb NOT NULL,
  filter jsonb NOT NULL,
  group_by text,
  severity text NOT NULL,
  cool_down_seconds bigint NOT NULL,
  destination_ids uuid[] NOT NULL,
  enabled boolean NOT NULL,
  snoozed_until timestamptz,
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, rule_id)
);
CREATE INDEX alert_rule_by_name ON alert_rule (organization_id, name, rule_id);
COMMENT ON TABLE alert_rule IS 'What organizations want to be told of.';
COMMENT ON COLUMN alert_rule.condition IS 'When it raises an alert: a threshold, a change, a quota''s status or a forecast.';
COMMENT ON COLUMN alert_rule.filter IS 'Which calls count, as the GraphQL input UsageFilter; {} for all.';
COMMENT ON COLUMN alert_rule.group_by IS 'The dimension of which each value raises an alert of its own; null for one alert.';
COMMENT ON COLUMN alert_rule.cool_down_seconds IS 'For how long after the end of an alert none is raised for the same group.';
COMMENT ON COLUMN alert_rule.destination_ids IS 'Where its alerts are delivered to.';
COMMENT ON COLUMN alert_rule.snoozed_until IS 'Until when it raises no alert; null for no snooze.';
COMMENT ON COLUMN alert_rule.version IS 'Grows by one with each change.';
ALTER TABLE alert_rule ENABLE ROW LEVEL SECURITY;
ALTER TABLE alert_rule FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON alert_rule USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON alert_rule TO ${runtimeRole};

CREATE TABLE alert_evaluation (
  organization_id uuid NOT NULL,
  rule_id uuid NOT NULL,
  due_at timestamptz NOT NULL,
  evaluated_at timestamptz,
  failure text,
  PRIMARY KEY (organization_id, rule_id),
  FOREIGN KEY (organization_id, rule_id) REFERENCES alert_rule ON DELETE CASCADE
) WITH (fillfactor = 50);
COMMENT ON TABLE alert_evaluation IS 'When each rule that is on is looked at next. Its row lock is what makes one node at a time evaluate a rule.';
COMMENT ON COLUMN alert_evaluation.evaluated_at IS 'When it was last looked at; null when it was not.';
COMMENT ON COLUMN alert_evaluation.failure IS 'Why the last look failed; null when it did not.';
CREATE INDEX alert_evaluation_due ON alert_evaluation (due_at);
ALTER TABLE alert_evaluation ENABLE ROW LEVEL SECURITY;
ALTER TABLE alert_evaluation FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON alert_evaluation USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON alert_evaluation TO ${runtimeRole};

CREATE TABLE alert (
  organization_id uuid NOT NULL REFERENCES organization,
  alert_id uuid NOT NULL,
  rule_id uuid NOT NULL,
  rule_name text NOT NULL,
  subject text NOT NULL,
  subject_label text,
  dimension text,
  episode integer NOT NULL,
  severity text NOT NULL,
  message text NOT NULL,
  value numeric NOT NULL,
  bound numeric NOT NULL,
  latest_value numeric NOT NULL,
  status text NOT NULL,
  raised_at timestamptz NOT NULL,
  ended_at timestamptz,
  ending text,
  PRIMARY KEY (organization_id, alert_id),
  UNIQUE (organization_id, rule_id, subject, episode)
);
COMMENT ON TABLE alert IS 'What rules noticed. Outlives its rule.';
COMMENT ON COLUMN alert.subject IS 'Which group it is about: empty for all together, = and a value or a quota''s id, - for calls that are not attributed.';
COMMENT ON COLUMN alert.subject_label IS 'The group in words; null for all together.';
COMMENT ON COLUMN alert.dimension IS 'The dimension that the group is a value of; null for others.';
COMMENT ON COLUMN alert.episode IS 'Counts the alerts of a rule and group: what makes one episode raise one alert, whoever evaluates.';
COMMENT ON COLUMN alert.value IS 'What was measured when it was raised.';
COMMENT ON COLUMN alert.bound IS 'What it was compared with.';
COMMENT ON COLUMN alert.latest_value IS 'What was measured last while it was open.';
COMMENT ON COLUMN alert.status IS 'OPEN or RESOLVED.';
COMMENT ON COLUMN alert.ending IS 'What ended it: CONDITION, PERSON or RULE; null while it is open.';
CREATE INDEX alert_by_time ON alert (organization_id, raised_at, alert_id);
CREATE INDEX alert_open ON alert (organization_id, rule_id) WHERE status = 'OPEN';
ALTER TABLE alert ENABLE ROW LEVEL SECURITY;
ALTER TABLE alert FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON alert USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON alert TO ${runtimeRole};

CREATE TABLE alert_delivery (
  organization_id uuid NOT NULL REFERENCES organization,
  delivery_id uuid NOT NULL,
  alert_id uuid,
  destination_id uuid NOT NULL,
  destination_name text NOT NULL,
  occasion text NOT NULL,
  message_id text NOT NULL,
  replay_of uuid,
  body jsonb NOT NULL,
  status text NOT NULL,
  attempts integer NOT NULL,
  next_attempt_at timestamptz,
  attempted_at timestamptz,
  response_code integer,
  error text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, delivery_id),
  FOREIGN KEY (organization_id, alert_id) REFERENCES alert ON DELETE CASCADE
);
COMMENT ON TABLE alert_delivery IS 'What is to be delivered and what became of it: written with its alert, so that neither is without the other.';
COMMENT ON COLUMN alert_delivery.alert_id IS 'The alert; null for a test of the destination.';
COMMENT ON COLUMN alert_delivery.occasion IS 'RAISED, RESOLVED or TEST.';
COMMENT ON COLUMN alert_delivery.message_id IS 'The same for everything that tells of the same, so that receivers know a repetition.';
COMMENT ON COLUMN alert_delivery.replay_of IS 'The delivery that it repeats; null for a first one.';
COMMENT ON COLUMN alert_delivery.body IS 'What is told, as it was at the time.';
COMMENT ON COLUMN alert_delivery.status IS 'PENDING, DELIVERED or FAILED.';
COMMENT ON COLUMN alert_delivery.next_attempt_at IS 'When it may be tried next; while it is being tried, when another node may take over. Null once it is not PENDING.';
COMMENT ON COLUMN alert_delivery.response_code IS 'The HTTP status of the last answer; null when there was none.';
COMMENT ON COLUMN alert_delivery.error IS 'Why the last attempt failed; null when it did not.';
CREATE UNIQUE INDEX alert_delivery_once ON alert_delivery (organization_id, alert_id, destination_id, occasion) WHERE replay_of IS NULL;
CREATE INDEX alert_delivery_by_time ON alert_delivery (organization_id, created_at, delivery_id);
CREATE INDEX alert_delivery_due ON alert_delivery (next_attempt_at) WHERE status = 'PENDING';
ALTER TABLE alert_delivery ENABLE ROW LEVEL SECURITY;
ALTER TABLE alert_delivery FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON alert_delivery USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON alert_delivery TO ${runtimeRole};

CREATE FUNCTION organizations_with_due_alerts(at timestamptz) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT
AS 'SELECT DISTINCT organization_id FROM alert_evaluation WHERE due_at <= at';
COMMENT ON FUNCTION organizations_with_due_alerts IS 'The organizations with a rule to be looked at: ids only, so that the runtime role need not see other rows across organizations.';
REVOKE ALL ON FUNCTION organizations_with_due_alerts FROM PUBLIC;
GRANT EXECUTE ON FUNCTION organizations_with_due_alerts TO ${runtimeRole};

CREATE FUNCTION organizations_with_due_deliveries(at timestamptz) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT
AS 'SELECT DISTINCT organization_id FROM alert_delivery WHERE status = ''PENDING'' AND next_attempt_at <= at';
COMMENT ON FUNCTION organizations_with_due_deliveries IS 'The organizations with something to be delivered: ids only.';
REVOKE ALL ON FUNCTION organizations_with_due_deliveries FROM PUBLIC;
GRANT EXECUTE ON FUNCTION organizations_with_due_deliveries TO ${runtimeRole};
