export { SessionProvider } from './session-provider';
export { useSession } from './session-context';
export { ProviderButtons } from './components/provider-buttons';
export { SignInForm } from './components/sign-in-form';
export { oidcRefusal } from './oidc-refusals';
export type { Session } from './api/session-api';
