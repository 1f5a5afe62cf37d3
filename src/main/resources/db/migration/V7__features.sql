CREATE TABLE feature_revision (
  organization_id uuid PRIMARY KEY REFERENCES organization,
  revision bigint NOT NULL,
  due_at timestamptz
);
COMMENT ON TABLE feature_revision IS 'Counts the changes of an organization''s features. Its row lock puts them in order; nodes compare it with what they have in memory.';
COMMENT ON COLUMN feature_revision.due_at IS 'When the next scheduled change is due; null when there is none.';
ALTER TABLE feature_revision ENABLE ROW LEVEL SECURITY;
ALTER TABLE feature_revision FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON feature_revision USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON feature_revision TO ${runtimeRole};

CREATE INDEX feature_revision_due ON feature_revision (due_at) WHERE due_at IS NOT NULL;

CREATE FUNCTION feature_revisions(known uuid[], due_through timestamptz) RETURNS TABLE (organization_id uuid, revision bigint, due boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT
AS 'SELECT r.organization_id, r.revision, coalesce(r.due_at <= due_through, false) FROM feature_revision r WHERE r.organization_id = ANY (known) OR r.due_at <= due_through';
COMMENT ON FUNCTION feature_revisions IS 'How often the features of these organizations changed, and which organizations have a scheduled change that is due: in one statement, so that every node can ask every moment.';
REVOKE ALL ON FUNCTION feature_revisions FROM PUBLIC;
GRANT EXECUTE ON FUNCTION feature_revisions TO ${runtimeRole};

CREATE TABLE feature (
  organization_id uuid NOT NULL REFERENCES organization,
  name text NOT NULL,
  state text NOT NULL,
  rollout_percent integer,
  message text,
  rules jsonb NOT NULL,
  schedule jsonb NOT NULL,
  due_at timestamptz,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, name)
);
COMMENT ON TABLE feature IS 'Named uses of AI that can be switched.';
COMMENT ON COLUMN feature.name IS 'As in the feature of usage events.';
COMMENT ON COLUMN feature.state IS 'ON, OFF or PARTIAL, as of the last change; scheduled changes that are due count from their time on, written here or not yet.';
COMMENT ON COLUMN feature.rollout_percent IS 'The part of users, 0 to 100; null unless PARTIAL.';
COMMENT ON COLUMN feature.message IS 'What users are told when it is off; null for nothing.';
COMMENT ON COLUMN feature.rules IS 'A list of rules, of which the first that matches decides.';
COMMENT ON COLUMN feature.schedule IS 'The changes to come, earliest first.';
COMMENT ON COLUMN feature.due_at IS 'When the first of them is due; null when there is none.';
COMMENT ON COLUMN feature.version IS 'Grows by one with each change.';
ALTER TABLE feature ENABLE ROW LEVEL SECURITY;
ALTER TABLE feature FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON feature USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON feature TO ${runtimeRole};
