ALTER TABLE organization
  ADD COLUMN suspended_at timestamptz,
  ADD COLUMN suspension_reason text;
COMMENT ON COLUMN organization.suspended_at IS 'Since when nobody may act in it; null while they may.';
COMMENT ON COLUMN organization.suspension_reason IS 'Why nobody may, as an operator said; null while they may.';

ALTER TABLE account ADD COLUMN operator_since timestamptz;
COMMENT ON COLUMN account.operator_since IS 'Since when they are a platform operator, above all organizations; null: they are none.';

UPDATE account SET operator_since = created_at WHERE email = 'owner@tollgate.local';

CREATE INDEX account_organization_members ON account_organization (organization_id);
CREATE INDEX account_operators ON account (operator_since) WHERE operator_since IS NOT NULL;
