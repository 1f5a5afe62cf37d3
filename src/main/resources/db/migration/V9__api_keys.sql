ALTER TABLE api_key
  ADD COLUMN owner_id uuid,
  ADD COLUMN rotated_at timestamptz,
  ADD COLUMN team text,
  ADD COLUMN project text,
  ADD COLUMN environment text,
  ADD COLUMN feature text,
  ADD COLUMN allowed_models text[] NOT NULL DEFAULT '{}',
  ADD COLUMN allowed_networks text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN api_key.owner_id IS 'The account that made it, or whose key did; null when it was Tollgate itself.';
COMMENT ON COLUMN api_key.rotated_at IS 'When it last got a new secret; null when it has its first.';
COMMENT ON COLUMN api_key.team IS 'Given to events recorded with the key that name no team; project, environment and feature likewise.';
COMMENT ON COLUMN api_key.allowed_models IS 'Models it may call through the gateway, by name or provider/name, a * at the end for what follows; empty: all.';
COMMENT ON COLUMN api_key.allowed_networks IS 'Networks in CIDR notation that it may be used from; empty: all.';
CREATE INDEX api_key_owner ON api_key (organization_id, owner_id, created_at, api_key_id);

ALTER TABLE api_key_secret ADD COLUMN expires_at timestamptz;
COMMENT ON COLUMN api_key_secret.expires_at IS 'When this secret stops working because another took its place; null: as long as its key works.';
CREATE INDEX api_key_secret_key ON api_key_secret (organization_id, api_key_id);
GRANT UPDATE (expires_at) ON api_key_secret TO ${runtimeRole};

CREATE TABLE api_key_use (
  organization_id uuid NOT NULL,
  api_key_id uuid NOT NULL,
  last_used_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, api_key_id),
  FOREIGN KEY (organization_id, api_key_id) REFERENCES api_key ON DELETE CASCADE
) WITH (fillfactor = 50);
COMMENT ON TABLE api_key_use IS 'When each key was last used, within about a minute. Apart from api_key, which changes rarely.';
ALTER TABLE api_key_use ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_key_use FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON api_key_use USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON api_key_use TO ${runtimeRole};

CREATE TABLE api_key_request (
  organization_id uuid NOT NULL,
  actor text NOT NULL,
  client_mutation_id text NOT NULL,
  digest bytea NOT NULL,
  api_key_id uuid NOT NULL,
  requested_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, actor, client_mutation_id)
);
COMMENT ON TABLE api_key_request IS 'Requests that made or rotated a key, by the id their client gave them, so that one sent again does nothing again. Kept for 30 days.';
COMMENT ON COLUMN api_key_request.actor IS 'Who asked: the kind and the id.';
COMMENT ON COLUMN api_key_request.digest IS 'SHA-256 of what was asked, to tell a repeated request from another one under the same id.';
CREATE INDEX api_key_request_time ON api_key_request (organization_id, requested_at);
ALTER TABLE api_key_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_key_request FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON api_key_request USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
GRANT SELECT, INSERT, DELETE ON api_key_request TO ${runtimeRole};
