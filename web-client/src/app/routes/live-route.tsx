import { Live } from '@/features/live';
import { useOrganization } from '../shell/organization';

export function LiveRoute() {
  return <Live organization={useOrganization()} />;
}
