ALTER TABLE quota
  ADD COLUMN rate_per_second integer,
  ADD COLUMN rate_per_minute integer,
  ADD COLUMN rate_burst integer;
COMMENT ON COLUMN quota.period IS 'HOURLY, DAILY, WEEKLY or MONTHLY by the organization''s calendar; ROLLING_HOUR, ROLLING_DAY, ROLLING_7_DAYS or ROLLING_30_DAYS for a window that moves.';
COMMENT ON COLUMN quota.rate_per_second IS 'How many calls a second are let through in the long run; null for no such rate.';
COMMENT ON COLUMN quota.rate_per_minute IS 'How many calls a minute are let through in the long run; null for no such rate.';
COMMENT ON COLUMN quota.rate_burst IS 'How many calls may come at once, at the shortest rate; null for as many as that rate says.';
