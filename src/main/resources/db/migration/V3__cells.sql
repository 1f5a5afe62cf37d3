CREATE TABLE rollup_state (
  organization_id uuid PRIMARY KEY,
  rolled_through bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 50);
COMMENT ON TABLE rollup_state IS 'One row an organization: who holds its lock is the one that rolls the organization up.';
COMMENT ON COLUMN rollup_state.rolled_through IS 'The watermark: the cells hold the commits up to this number, and no others.';
ALTER TABLE rollup_state ENABLE ROW LEVEL SECURITY;
ALTER TABLE rollup_state FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON rollup_state USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON rollup_state TO ${runtimeRole};

CREATE FUNCTION organizations_to_roll_up() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT
AS 'SELECT s.organization_id FROM usage_sequence s LEFT JOIN rollup_state r ON r.organization_id = s.organization_id WHERE s.newest > coalesce(r.rolled_through, 0)';
COMMENT ON FUNCTION organizations_to_roll_up IS 'The organizations that wait to be rolled up: ids only, so that the runtime role need not see other rows across organizations.';
REVOKE ALL ON FUNCTION organizations_to_roll_up FROM PUBLIC;
GRANT EXECUTE ON FUNCTION organizations_to_roll_up TO ${runtimeRole};

CREATE TABLE usage_cell_minute (
  organization_id uuid NOT NULL,
  bucket timestamptz NOT NULL,
  attribution_id bigint NOT NULL,
  requests bigint NOT NULL,
  errors bigint NOT NULL,
  uncached_input_tokens bigint NOT NULL,
  cache_read_tokens bigint NOT NULL,
  cache_write_tokens bigint NOT NULL,
  output_tokens bigint NOT NULL,
  reasoning_tokens bigint NOT NULL,
  cost bigint NOT NULL,
  unpriced_requests bigint NOT NULL,
  latency_count bigint NOT NULL,
  latency_sum bigint NOT NULL,
  latency_min integer,
  latency_max integer,
  PRIMARY KEY (organization_id, bucket, attribution_id)
) PARTITION BY RANGE (bucket);
COMMENT ON TABLE usage_cell_minute IS 'Usage added up by UTC minutes, partitioned by day. Derived from the ledger, can be rebuilt at any time.';
COMMENT ON COLUMN usage_cell_minute.attribution_id IS 'The combination of dimensions; 0 is all of them together.';
COMMENT ON COLUMN usage_cell_minute.cost IS 'In 10^-12 USD.';
COMMENT ON COLUMN usage_cell_minute.latency_count IS 'Events that reported a latency; latency_sum, latency_min and latency_max are over them, in milliseconds.';
ALTER TABLE usage_cell_minute ENABLE ROW LEVEL SECURITY;
ALTER TABLE usage_cell_minute FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON usage_cell_minute USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON usage_cell_minute TO ${runtimeRole};

CREATE TABLE usage_sketch_minute (
  organization_id uuid NOT NULL,
  bucket timestamptz NOT NULL,
  attribution_id bigint NOT NULL,
  latency bytea,
  users bytea,
  PRIMARY KEY (organization_id, bucket, attribution_id)
) PARTITION BY RANGE (bucket);
COMMENT ON TABLE usage_sketch_minute IS 'The mergeable sketches of usage_cell_minute, apart from it so that sums are read without them.';
COMMENT ON COLUMN usage_sketch_minute.latency IS 'A DDSketch of latencies in milliseconds, relative error 1 %; null when none was reported.';
COMMENT ON COLUMN usage_sketch_minute.users IS 'A HyperLogLog of users, lg k = 12; null when there were none.';
ALTER TABLE usage_sketch_minute ENABLE ROW LEVEL SECURITY;
ALTER TABLE usage_sketch_minute FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON usage_sketch_minute USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON usage_sketch_minute TO ${runtimeRole};

CREATE TABLE usage_cell_hour (
  organization_id uuid NOT NULL,
  bucket timestamptz NOT NULL,
  attribution_id bigint NOT NULL,
  requests bigint NOT NULL,
  errors bigint NOT NULL,
  uncached_input_tokens bigint NOT NULL,
  cache_read_tokens bigint NOT NULL,
  cache_write_tokens bigint NOT NULL,
  output_tokens bigint NOT NULL,
  reasoning_tokens bigint NOT NULL,
  cost bigint NOT NULL,
  unpriced_requests bigint NOT NULL,
  latency_count bigint NOT NULL,
  latency_sum bigint NOT NULL,
  latency_min integer,
  latency_max integer,
  PRIMARY KEY (organization_id, bucket, attribution_id)
) PARTITION BY RANGE (bucket);
COMMENT ON TABLE usage_cell_hour IS 'Usage added up by hours of the organization''s zone, partitioned by month. Derived from the ledger, can be rebuilt at any time.';
COMMENT ON COLUMN usage_cell_hour.attribution_id IS 'The combination of dimensions; 0 is all of them together.';
COMMENT ON COLUMN usage_cell_hour.cost IS 'In 10^-12 USD.';
COMMENT ON COLUMN usage_cell_hour.latency_count IS 'Events that reported a latency; latency_sum, latency_min and latency_max are over them, in milliseconds.';
ALTER TABLE usage_cell_hour ENABLE ROW LEVEL SECURITY;
ALTER TABLE usage_cell_hour FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON usage_cell_hour USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON usage_cell_hour TO ${runtimeRole};

CREATE TABLE usage_sketch_hour (
  organization_id uuid NOT NULL,
  bucket timestamptz NOT NULL,
  attribution_id bigint NOT NULL,
  latency bytea,
  users bytea,
  PRIMARY KEY (organization_id, bucket, attribution_id)
) PARTITION BY RANGE (bucket);
COMMENT ON TABLE usage_sketch_hour IS 'The mergeable sketches of usage_cell_hour, apart from it so that sums are read without them.';
COMMENT ON COLUMN usage_sketch_hour.latency IS 'A DDSketch of latencies in milliseconds, relative error 1 %; null when none was reported.';
COMMENT ON COLUMN usage_sketch_hour.users IS 'A HyperLogLog of users, lg k = 12; null when there were none.';
ALTER TABLE usage_sketch_hour ENABLE ROW LEVEL SECURITY;
ALTER TABLE usage_sketch_hour FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON usage_sketch_hour USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON usage_sketch_hour TO ${runtimeRole};

CREATE TABLE usage_cell_day (
  organization_id uuid NOT NULL,
  bucket timestamptz NOT NULL,
  attribution_id bigint NOT NULL,
  requests bigint NOT NULL,
  errors bigint NOT NULL,
  uncached_input_tokens bigint NOT NULL,
  cache_read_tokens bigint NOT NULL,
  cache_write_tokens bigint NOT NULL,
  output_tokens bigint NOT NULL,
  reasoning_tokens bigint NOT NULL,
  cost bigint NOT NULL,
  unpriced_requests bigint NOT NULL,
  latency_count bigint NOT NULL,
  latency_sum bigint NOT NULL,
  latency_min integer,
  latency_max integer,
  PRIMARY KEY (organization_id, bucket, attribution_id)
) WITH (fillfactor = 80);
COMMENT ON TABLE usage_cell_day IS 'Usage added up by days of the organization''s zone, kept for ever. Derived from the ledger, can be rebuilt at any time.';
COMMENT ON COLUMN usage_cell_day.attribution_id IS 'The combination of dimensions; 0 is all of them together.';
COMMENT ON COLUMN usage_cell_day.cost IS 'In 10^-12 USD.';
COMMENT ON COLUMN usage_cell_day.latency_count IS 'Events that reported a latency; latency_sum, latency_min and latency_max are over them, in milliseconds.';
ALTER TABLE usage_cell_day ENABLE ROW LEVEL SECURITY;
ALTER TABLE usage_cell_day FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON usage_cell_day USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON usage_cell_day TO ${runtimeRole};

CREATE TABLE usage_sketch_day (
  organization_id uuid NOT NULL,
  bucket timestamptz NOT NULL,
  attribution_id bigint NOT NULL,
  latency bytea,
  users bytea,
  PRIMARY KEY (organization_id, bucket, attribution_id)
) WITH (fillfactor = 80);
COMMENT ON TABLE usage_sketch_day IS 'The mergeable sketches of usage_cell_day, apart from it so that sums are read without them.';
COMMENT ON COLUMN usage_sketch_day.latency IS 'A DDSketch of latencies in milliseconds, relative error 1 %; null when none was reported.';
COMMENT ON COLUMN usage_sketch_day.users IS 'A HyperLogLog of users, lg k = 12; null when there were none.';
ALTER TABLE usage_sketch_day ENABLE ROW LEVEL SECURITY;
ALTER TABLE usage_sketch_day FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON usage_sketch_day USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON usage_sketch_day TO ${runtimeRole};

CREATE TABLE usage_user_cell_day (
  organization_id uuid NOT NULL,
  bucket timestamptz NOT NULL,
  attribution_id bigint NOT NULL,
  user_id text NOT NULL,
  requests bigint NOT NULL,
  errors bigint NOT NULL,
  uncached_input_tokens bigint NOT NULL,
  cache_read_tokens bigint NOT NULL,
  cache_write_tokens bigint NOT NULL,
  output_tokens bigint NOT NULL,
  reasoning_tokens bigint NOT NULL,
  cost bigint NOT NULL,
  unpriced_requests bigint NOT NULL,
  latency_count bigint NOT NULL,
  latency_sum bigint NOT NULL,
  latency_min integer,
  latency_max integer,
  PRIMARY KEY (organization_id, bucket, attribution_id, user_id)
) WITH (fillfactor = 80);
COMMENT ON TABLE usage_user_cell_day IS 'Usage added up by user and day of the organization''s zone: exact, and apart from the other cells because users are many.';
COMMENT ON COLUMN usage_user_cell_day.attribution_id IS 'The combination of dimensions; 0 is all of them together.';
COMMENT ON COLUMN usage_user_cell_day.user_id IS 'As named in the events; empty for calls with no user.';
COMMENT ON COLUMN usage_user_cell_day.cost IS 'In 10^-12 USD.';
ALTER TABLE usage_user_cell_day ENABLE ROW LEVEL SECURITY;
ALTER TABLE usage_user_cell_day FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON usage_user_cell_day USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON usage_user_cell_day TO ${runtimeRole};
