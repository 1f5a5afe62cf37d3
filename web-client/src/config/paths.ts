/** The client's own addresses, in one typed place. */
export const paths = {
  overview: '/',
  live: '/live',
  features: '/features',
  quotas: '/quotas',
  alerts: '/alerts',
  keys: '/keys',
  providers: '/providers',
  models: '/models',
  members: '/members',
  audit: '/audit',
  platform: '/platform',
  settings: '/settings',
  signIn: '/sign-in',
  invitation: '/invitation',
  resetPassword: '/reset-password',
} as const;

/** The sign-in page, which leads back to where the person wanted to go. */
export function signInPath(returnTo: string): string {
  return returnTo === paths.overview
    ? paths.signIn
    : `${paths.signIn}?${new URLSearchParams({ returnTo }).toString()}`;
}

/** Only an address inside this application; anything else leads to the overview. */
export function safeReturnTo(value: string | null): string {
  if (value === null || !value.startsWith('/')) {
    return paths.overview;
  }
  const target = new URL(value, window.location.origin);
  return target.origin === window.location.origin && target.pathname !== paths.signIn
    ? target.pathname + target.search + target.hash
    : paths.overview;
}
