ALTER TABLE member
  ADD COLUMN joined_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN suspended_at timestamptz;
COMMENT ON COLUMN member.joined_at IS 'When they became a member.';
COMMENT ON COLUMN member.suspended_at IS 'Since when they may do nothing in the organization; null while they may.';

ALTER TABLE account ADD COLUMN deleted_at timestamptz;
COMMENT ON COLUMN account.deleted_at IS 'When the person was deleted: what was personal is gone, and the id stands for them where it is told of; null while they are not.';

CREATE TABLE account_organization (
  account_id uuid NOT NULL REFERENCES account,
  organization_id uuid NOT NULL REFERENCES organization,
  PRIMARY KEY (account_id, organization_id)
);
COMMENT ON TABLE account_organization IS 'Which organizations a person belongs to. A small reference table beside member: looked up before any organization is bound, written in the same transactions.';
GRANT SELECT, INSERT, DELETE ON account_organization TO ${runtimeRole};

INSERT INTO account_organization (account_id, organization_id) SELECT account_id, organization_id FROM member;

CREATE TABLE access_token (
  token_hash bytea PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organization,
  purpose text NOT NULL,
  subject_id uuid NOT NULL,
  expires_at timestamptz NOT NULL
);
COMMENT ON TABLE access_token IS 'The secrets of links that let somebody in once. A small reference table: looked up before any organization is bound.';
COMMENT ON COLUMN access_token.token_hash IS 'SHA-256 of the secret, which is random and long.';
COMMENT ON COLUMN access_token.purpose IS 'INVITATION or PASSWORD_RESET.';
COMMENT ON COLUMN access_token.subject_id IS 'The invitation, or the account whose password is to be set.';
CREATE INDEX access_token_subject ON access_token (organization_id, subject_id);
GRANT SELECT, INSERT, DELETE ON access_token TO ${runtimeRole};

CREATE TABLE invitation (
  organization_id uuid NOT NULL REFERENCES organization,
  invitation_id uuid NOT NULL,
  email text NOT NULL,
  role text NOT NULL,
  invited_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  revoked_at timestamptz,
  PRIMARY KEY (organization_id, invitation_id)
);
COMMENT ON TABLE invitation IS 'Who was asked to join an organization, and as what.';
COMMENT ON COLUMN invitation.accepted_at IS 'When they joined; null while they have not.';
COMMENT ON COLUMN invitation.revoked_at IS 'When it was taken back; null while it was not.';
ALTER TABLE invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE invitation FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON invitation USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON invitation TO ${runtimeRole};

CREATE TABLE organization_unit (
  organization_id uuid NOT NULL REFERENCES organization,
  unit_id uuid NOT NULL,
  kind text NOT NULL,
  key text NOT NULL,
  name text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, unit_id),
  UNIQUE (organization_id, kind, key)
);
COMMENT ON TABLE organization_unit IS 'Teams, projects and cost centers.';
COMMENT ON COLUMN organization_unit.kind IS 'TEAM, PROJECT or COST_CENTER.';
COMMENT ON COLUMN organization_unit.key IS 'What events call it.';
ALTER TABLE organization_unit ENABLE ROW LEVEL SECURITY;
ALTER TABLE organization_unit FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON organization_unit USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON organization_unit TO ${runtimeRole};
