import { ReasonDialog } from '@/components/reason-dialog';
import { useLast } from '@/lib/use-last';
import type { Operator } from '../api/get-platform';

interface Props {
  /** Who may be an operator no longer; null when nobody is about to be. */
  revoking: Operator | null;
  /** The viewer's id. */
  me: string | undefined;
  onConfirm: (operator: Operator, reason: string) => void;
  onClose: () => void;
}

/** Asks before an operator becomes an ordinary person. */
export function RevokeDialog({ revoking, me, onConfirm, onClose }: Props) {
  const shown = useLast(revoking);
  return (
    <ReasonDialog
      title={`Revoke ${shown?.name ?? ''}?`}
      opened={revoking !== null}
      confirm="Revoke operator"
      onConfirm={(reason) => revoking !== null && onConfirm(revoking, reason)}
      onClose={onClose}
    >
      {shown?.id === me
        ? 'You lose this page, and only another operator can give it back. What you are in organizations stays.'
        : 'They lose this page. What they are in organizations stays.'}
    </ReasonDialog>
  );
}
