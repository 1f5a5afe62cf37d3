function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') {
    throw new Error(
      `Set ${name}: the browser tests need TOLLGATE_URL, TOLLGATE_EMAIL and TOLLGATE_PASSWORD of a running Tollgate.`,
    );
  }
  return value;
}

/** Where the application runs, and who signs in to it. */
export const settings = {
  baseUrl: required('TOLLGATE_URL'),
  email: required('TOLLGATE_EMAIL'),
  password: required('TOLLGATE_PASSWORD'),
};
