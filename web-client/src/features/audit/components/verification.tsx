import { Button, Group, Text } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useState } from 'react';
import { useClient } from 'urql';
import type { VerifyAuditLogQuery } from '@/gql/graphql';
import { explain } from '@/lib/failure';
import { formatCount } from '@/lib/format';
import { verifyAuditLog } from '../api/verify-audit-log';
import classes from './audit.module.css';

type Result = VerifyAuditLogQuery['organization']['auditVerification'];

/** Checks on demand that the log is as it was written, and says so. */
export function Verification() {
  const client = useClient();
  const [checking, setChecking] = useState(false);
  const [result, setResult] = useState<Result | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  async function verify() {
    setChecking(true);
    const { data, error } = await client
      .query(verifyAuditLog, {}, { requestPolicy: 'network-only' })
      .toPromise();
    setResult(data?.organization.auditVerification ?? null);
    setFailure(error === undefined ? null : explain(error).detail);
    setChecking(false);
  }

  return (
    <Group gap="sm">
      <Text size="sm" component="div" role="status" className={classes['verdict']}>
        {failure ?? (result !== null && <Verdict result={result} />)}
      </Text>
      <Button size="xs" variant="default" loading={checking} onClick={() => void verify()}>
        {result === null ? 'Verify the log' : 'Verify again'}
      </Button>
    </Group>
  );
}

function Verdict({ result }: { result: Result }) {
  return result.intact ? (
    <span className={classes['intact']}>
      <IconShieldCheck size={16} aria-hidden="true" />
      Verified: {formatCount(result.entries).full} entries, none changed
    </span>
  ) : (
    <span className={classes['broken']}>
      <IconShieldX size={16} aria-hidden="true" />
      Not as it was written, from entry {result.brokenAt ?? result.firstSequence ?? 1} on
    </span>
  );
}
