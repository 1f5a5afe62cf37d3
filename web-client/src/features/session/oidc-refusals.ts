/** What the codes mean that a provider's answer is refused with. */
const refusals: Record<string, string> = {
  NOT_INVITED:
    'Nobody here has that account. Ask for an invitation, and follow its link to sign in for the first time.',
  EMAIL_NOT_VERIFIED:
    'The provider has not verified your email address. Verify it there, or ask for an invitation.',
  SUSPENDED: 'Your account is suspended. Ask an administrator of your organization.',
  OTHER_IDENTITY:
    'The account with your email address belongs to another sign-in at this provider. Ask an administrator.',
  INVITATION_INVALID: 'The invitation does not work: it is unknown, used or expired. Ask for a new one.',
  INVITATION_FOR_ANOTHER: 'The invitation is for another email address than that of your account here.',
  ACCOUNT_EXISTS:
    'There is an account with the invited address. Sign in to it with its password, then follow the link again.',
  EXPIRED: 'This sign-in took too long, or was begun in another browser, or again since. Try again.',
  CANCELLED: 'You did not finish signing in with the provider.',
  PROVIDER_FAILED: 'The provider could not confirm who you are. Try again.',
};

/** Says in words why signing in with a provider did not work; null when it was not tried. */
export function oidcRefusal(code: string | null): string | null {
  if (code === null) {
    return null;
  }
  // By its own keys: the code comes from the address, and `constructor` is none.
  return (
    (Object.hasOwn(refusals, code) ? refusals[code] : undefined) ?? 'Signing in did not work. Try again.'
  );
}
