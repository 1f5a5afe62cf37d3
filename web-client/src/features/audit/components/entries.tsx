import { Text } from '@mantine/core';
import { Link } from 'react-router';
import { Moment } from '@/components/moment';
import { Pill } from '@/components/pill';
import type { Entry } from '../api/get-audit-log';
import { viewPath, type View } from '../model/view';
import classes from './audit.module.css';
import { Changes } from './changes';

interface Props {
  entries: Entry[];
  view: View;
  timeZone: string;
}

/** The entries of the log, newest first. */
export function Entries({ entries, view, timeZone }: Props) {
  return (
    <ol aria-label="Entries" className={classes['entries']}>
      {entries.map((entry) => (
        <li key={entry.sequence} className={classes['entry']}>
          <EntryLine entry={entry} view={view} timeZone={timeZone} />
          {entry.reason !== null && <Text size="sm">“{entry.reason}”</Text>}
          <Changes before={entry.before} after={entry.after} />
        </li>
      ))}
    </ol>
  );
}

function EntryLine({ entry, view, timeZone }: { entry: Entry; view: View; timeZone: string }) {
  const { action, outcome, targetType, targetId } = entry;
  return (
    <div className={classes['line']}>
      <span className={classes['what']}>
        <span className={classes['action']}>{action}</span>
        {outcome === 'REFUSED' && <Pill tone="bad">Refused</Pill>}
        {targetType !== 'Mutation' && (
          <Link
            to={viewPath({ ...view, targetType, targetId })}
            className={classes['target']}
            title={`Everything done to this ${targetType}`}
          >
            {targetType} {targetId}
          </Link>
        )}
      </span>
      <span className={classes['who']}>
        <Actor entry={entry} view={view} />
        {entry.address !== null && <span>{entry.address}</span>}
        <Moment at={entry.recordedAt} timeZone={timeZone} format="moment" />
      </span>
    </div>
  );
}

const kinds = { PERSON: 'A person who is gone', API_KEY: 'A key that is gone', TOLLGATE: 'Tollgate' };

function Actor({ entry, view }: { entry: Entry; view: View }) {
  const { actorId, actorName, actorType } = entry;
  const name = actorName ?? kinds[actorType];
  return actorId === null ? (
    <span>{name}</span>
  ) : (
    <Link to={viewPath({ ...view, actor: actorId })} title="Everything done by this actor">
      {actorType === 'API_KEY' ? `API key ${name}` : name}
    </Link>
  );
}
