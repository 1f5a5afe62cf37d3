import { Platform } from '@/features/platform';
import { useSession } from '@/features/session';
import { useOperator, useOrganization } from '../shell/organization';

export function PlatformRoute() {
  return (
    <Platform
      organization={useOrganization()}
      operator={useOperator()}
      onOperatorChanged={useSession().refresh}
    />
  );
}
