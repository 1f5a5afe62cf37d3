ALTER TABLE own_price
  ALTER COLUMN input_per_million DROP NOT NULL,
  ALTER COLUMN output_per_million DROP NOT NULL,
  ADD CONSTRAINT own_price_whole CHECK (
    (input_per_million IS NULL) = (output_per_million IS NULL)
    AND (input_per_million IS NOT NULL OR (cache_read_per_million IS NULL AND cache_write_per_million IS NULL)));
COMMENT ON TABLE own_price IS 'An organization''s own negotiated prices of models, and from when on the catalogue''s hold again: versions, added and never changed. The catalogue''s prices ship with the program.';
COMMENT ON COLUMN own_price.revision IS 'Counts these versions of the model from 1. Of two from the same time on, the later revision holds.';
COMMENT ON COLUMN own_price.input_per_million IS 'USD for a million tokens, as in the columns after it; null together with the output''s where the catalogue''s price holds again. Null for the cache is the same as input.';
