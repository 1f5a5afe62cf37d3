export { SessionProvider } from './session-provider';
export { useSession } from './session-context';
export { SignInForm } from './components/sign-in-form';
export type { Session } from './api/session-api';
