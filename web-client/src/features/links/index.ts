export { Invitation } from './components/invitation';
export { PasswordReset } from './components/password-reset';
