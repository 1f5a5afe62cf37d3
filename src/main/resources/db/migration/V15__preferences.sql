ALTER TABLE account
  ADD COLUMN locale text,
  ADD COLUMN color_scheme text;
COMMENT ON COLUMN account.locale IS 'The language tag by which pages write numbers and dates for them; null: the browser''s.';
COMMENT ON COLUMN account.color_scheme IS 'LIGHT or DARK; null: the system''s.';
