ALTER TABLE audit_head ADD COLUMN recorded_at timestamptz NOT NULL DEFAULT 'epoch';
COMMENT ON COLUMN audit_head.recorded_at IS 'When the newest entry was recorded: no later one is recorded before, and a log that is empty is one of which retention dropped all. The epoch before the first entry.';
UPDATE audit_head SET recorded_at = e.recorded_at FROM audit_entry e WHERE e.organization_id = audit_head.organization_id AND e.sequence = audit_head.sequence;
