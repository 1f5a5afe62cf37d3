CREATE TABLE own_price (
  organization_id uuid NOT NULL REFERENCES organization,
  provider text NOT NULL,
  model text NOT NULL,
  revision integer NOT NULL,
  price_version_id bigint GENERATED ALWAYS AS IDENTITY (START WITH 1000000000),
  effective_from timestamptz NOT NULL,
  input_per_million numeric(20, 12) NOT NULL,
  output_per_million numeric(20, 12) NOT NULL,
  cache_read_per_million numeric(20, 12),
  cache_write_per_million numeric(20, 12),
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, provider, model, revision)
);
COMMENT ON TABLE own_price IS 'An organization''s own negotiated prices of models: versions, added and never changed. The catalogue''s prices ship with the program.';
COMMENT ON COLUMN own_price.provider IS 'As the catalogue spells it where it lists the model, else in lower case.';
COMMENT ON COLUMN own_price.model IS 'As the catalogue spells it where it lists the model, else as given.';
COMMENT ON COLUMN own_price.revision IS 'Counts the organization''s prices of the model from 1. Of two prices from the same time on, the later revision holds.';
COMMENT ON COLUMN own_price.price_version_id IS 'What events name that were charged with it. Starts far above the ids that the catalogue ships with.';
COMMENT ON COLUMN own_price.input_per_million IS 'USD for a million tokens, as in the columns after it; null there is the same as input.';
ALTER TABLE own_price ENABLE ROW LEVEL SECURITY;
ALTER TABLE own_price FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON own_price USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
GRANT SELECT, INSERT ON own_price TO ${runtimeRole};
