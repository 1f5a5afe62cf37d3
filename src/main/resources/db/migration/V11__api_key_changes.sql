ALTER TABLE api_key_secret ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();
COMMENT ON COLUMN api_key_secret.changed_at IS 'When the secret or its key last changed, so that nodes can ask which keys to read again.';
CREATE INDEX api_key_secret_changed ON api_key_secret (changed_at);
GRANT UPDATE (changed_at) ON api_key_secret TO ${runtimeRole};
