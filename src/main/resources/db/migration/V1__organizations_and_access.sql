DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${runtimeRole}') THEN
    CREATE ROLE ${runtimeRole} NOLOGIN;
  END IF;
  IF NOT pg_has_role(current_user, '${runtimeRole}', 'MEMBER') THEN
    EXECUTE format('GRANT ${runtimeRole} TO %I', current_user);
  END IF;
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO ${runtimeRole}', current_schema());
END
$$;

CREATE FUNCTION bind_organization(organization uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('SET LOCAL app.organization_id = %L', organization);
END
$$;
COMMENT ON FUNCTION bind_organization IS 'Binds the running transaction to one organization; without it every tenant table is empty.';

CREATE TABLE organization (
  organization_id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE,
  name text NOT NULL,
  time_zone text NOT NULL,
  created_at timestamptz NOT NULL
);
COMMENT ON TABLE organization IS 'Tenants. A small reference table: looked up by slug before any organization is bound.';
COMMENT ON COLUMN organization.time_zone IS 'IANA name; hour and day cells follow its calendar.';
GRANT SELECT, INSERT, UPDATE ON organization TO ${runtimeRole};

CREATE TABLE account (
  account_id uuid PRIMARY KEY,
  email text NOT NULL UNIQUE,
  name text NOT NULL,
  password_hash text NOT NULL,
  organization_id uuid NOT NULL REFERENCES organization,
  failed_sign_ins integer NOT NULL DEFAULT 0,
  locked_until timestamptz,
  created_at timestamptz NOT NULL
);
COMMENT ON TABLE account IS 'People who can sign in. A small reference table: looked up by email before any organization is bound.';
COMMENT ON COLUMN account.email IS 'Lower case; the login name.';
COMMENT ON COLUMN account.password_hash IS 'Argon2id with its parameters.';
COMMENT ON COLUMN account.organization_id IS 'The organization a new session begins in.';
COMMENT ON COLUMN account.failed_sign_ins IS 'Wrong passwords since the last right one.';
COMMENT ON COLUMN account.locked_until IS 'No sign-in before this time; null when not locked.';
GRANT SELECT, INSERT, UPDATE ON account TO ${runtimeRole};

CREATE TABLE member (
  organization_id uuid NOT NULL REFERENCES organization,
  account_id uuid NOT NULL,
  role text NOT NULL,
  PRIMARY KEY (organization_id, account_id)
);
COMMENT ON TABLE member IS 'Who belongs to an organization, and as what.';
COMMENT ON COLUMN member.role IS 'OWNER, ADMIN, ANALYST or MEMBER.';
ALTER TABLE member ENABLE ROW LEVEL SECURITY;
ALTER TABLE member FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON member USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON member TO ${runtimeRole};

CREATE TABLE api_key (
  organization_id uuid NOT NULL REFERENCES organization,
  api_key_id uuid NOT NULL,
  name text NOT NULL,
  prefix text NOT NULL,
  scopes text[] NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz,
  revoked_at timestamptz,
  PRIMARY KEY (organization_id, api_key_id)
);
COMMENT ON TABLE api_key IS 'Credentials for programs. The id stays for the key''s whole life; secrets live in api_key_secret.';
COMMENT ON COLUMN api_key.prefix IS 'The first characters of the secret, shown to recognize the key by.';
CREATE INDEX api_key_newest ON api_key (organization_id, created_at, api_key_id);
ALTER TABLE api_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_key FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON api_key USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON api_key TO ${runtimeRole};

CREATE TABLE api_key_secret (
  secret_hash bytea PRIMARY KEY,
  organization_id uuid NOT NULL,
  api_key_id uuid NOT NULL
);
COMMENT ON TABLE api_key_secret IS 'Finds a key by its secret. A small reference table: looked up before any organization is bound.';
COMMENT ON COLUMN api_key_secret.secret_hash IS 'SHA-256 of the secret, which is random and long, so that a slow hash is not needed.';
GRANT SELECT, INSERT, DELETE ON api_key_secret TO ${runtimeRole};

CREATE TABLE spring_session (
  primary_id char(36) PRIMARY KEY,
  session_id char(36) NOT NULL UNIQUE,
  creation_time bigint NOT NULL,
  last_access_time bigint NOT NULL,
  max_inactive_interval integer NOT NULL,
  expiry_time bigint NOT NULL,
  principal_name varchar(100)
);
COMMENT ON TABLE spring_session IS 'Browser sessions, shared by all nodes. The layout is Spring Session''s.';
CREATE INDEX spring_session_expiry ON spring_session (expiry_time);
CREATE INDEX spring_session_principal ON spring_session (principal_name);
GRANT SELECT, INSERT, UPDATE, DELETE ON spring_session TO ${runtimeRole};

CREATE TABLE spring_session_attributes (
  session_primary_id char(36) NOT NULL REFERENCES spring_session ON DELETE CASCADE,
  attribute_name varchar(200) NOT NULL,
  attribute_bytes bytea NOT NULL,
  PRIMARY KEY (session_primary_id, attribute_name)
);
COMMENT ON TABLE spring_session_attributes IS 'What a browser session holds. The layout is Spring Session''s.';
GRANT SELECT, INSERT, UPDATE, DELETE ON spring_session_attributes TO ${runtimeRole};
