import { PasswordInput, type PasswordInputProps } from '@mantine/core';

/** Asks for a password; those who do not see the page hear too when it is not accepted. */
export function SecretInput(props: PasswordInputProps) {
  return <PasswordInput aria-invalid={Boolean(props.error)} withAsterisk={false} required {...props} />;
}
