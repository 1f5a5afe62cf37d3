import { useClient } from 'urql';
import { ReasonDialog } from '@/components/reason-dialog';
import { useLast } from '@/lib/use-last';
import type { ChangeResult } from '@/lib/use-optimistic-rows';
import { sendDeletion, sendRemoval, sendSuspension } from '../api/change-member';
import type { Member } from '../api/get-members';
import { ResetDialog } from './reset-dialog';

/** What can be done to a member. */
export type MemberAction = 'suspend' | 'reinstate' | 'reset' | 'remove' | 'delete';

/** What is about to be done, and to whom. */
export interface Opened {
  action: Exclude<MemberAction, 'reinstate'>;
  member: Member;
}

interface Props {
  /** Null when nothing is. */
  opened: Opened | null;
  optimistic: {
    change: (to: Member, send: () => Promise<ChangeResult<Member>>) => void;
    remove: (row: Member, send: () => Promise<ChangeResult<Member>>) => void;
  };
  timeZone: string;
  onClose: () => void;
}

const questions = {
  suspend: {
    title: 'Suspend',
    confirm: 'Suspend',
    text: 'They may do nothing here until reinstated: their sessions end within a second. Their API keys go on.',
  },
  remove: {
    title: 'Remove',
    confirm: 'Remove from organization',
    text: 'Their sessions here end within a second, and the API keys that they own here are revoked.',
  },
  delete: {
    title: 'Delete',
    confirm: 'Delete for good',
    text: 'As removing, and who they were is forgotten: name, email address and password. Their usage stays.',
  },
};

/** Asks before something is done to a member. */
export function MemberDialogs({ opened, optimistic, timeZone, onClose }: Props) {
  const client = useClient();
  const shown = useLast(opened);
  const action = shown?.action ?? 'suspend';
  const asked = action === 'reset' ? 'suspend' : action;

  function confirm({ member }: Opened, reason: string) {
    const input = { userId: member.user.id, ...(reason === '' ? {} : { reason }) };
    onClose();
    switch (asked) {
      case 'suspend':
        optimistic.change({ ...member, suspendedAt: new Date().toISOString() }, () =>
          sendSuspension(client, input),
        );
        break;
      case 'remove':
        optimistic.remove(member, () => sendRemoval(client, input));
        break;
      case 'delete':
        optimistic.remove(member, () => sendDeletion(client, input));
        break;
    }
  }

  const { title, confirm: label, text } = questions[asked];
  return (
    <>
      <ReasonDialog
        title={`${title} ${shown?.member.user.name ?? ''}?`}
        opened={opened !== null && opened.action !== 'reset'}
        confirm={label}
        onConfirm={(reason) => opened !== null && confirm(opened, reason)}
        onClose={onClose}
      >
        {text}
      </ReasonDialog>
      <ResetDialog
        member={opened?.action === 'reset' ? opened.member : null}
        timeZone={timeZone}
        onClose={onClose}
      />
    </>
  );
}
