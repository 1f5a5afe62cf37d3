ALTER TABLE feature ADD COLUMN paused_percent integer;
COMMENT ON COLUMN feature.paused_percent IS 'The part of users, 0 to 100, that might use it until it was switched off; null unless OFF, and when all might.';
