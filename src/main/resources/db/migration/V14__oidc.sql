CREATE TABLE account_identity (
  issuer text NOT NULL,
  subject text NOT NULL,
  account_id uuid NOT NULL REFERENCES account,
  linked_at timestamptz NOT NULL,
  PRIMARY KEY (issuer, subject),
  UNIQUE (account_id, issuer)
);
COMMENT ON TABLE account_identity IS 'Whom OpenID Connect issuers vouch for. A small reference table beside account: looked up before any organization is bound. An account has one identity at each issuer, so that an address given to somebody else there does not give them the account.';
COMMENT ON COLUMN account_identity.issuer IS 'The issuer''s address, as its tokens name it.';
COMMENT ON COLUMN account_identity.subject IS 'The issuer''s name for the person, never given to another.';
GRANT SELECT, INSERT, DELETE ON account_identity TO ${runtimeRole};
