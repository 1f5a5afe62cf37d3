import { Table } from '@mantine/core';
import { Link } from 'react-router';
import classes from '@/components/data-table.module.css';
import { ScrollRegion } from '@/components/scroll-region';
import type { SortDirection } from '@/gql/graphql';
import { formatCount, formatShare } from '@/lib/format';
import type { OverviewUsage } from '../api/get-overview';
import { dimensions } from '../model/dimensions';
import { metricNames, metrics, type Metric } from '../model/metrics';
import { drillInto, viewPath, type View } from '../model/view';
import { MetricCells } from './metric-cells';
import { SortHeader } from './sort-header';

type Breakdown = NonNullable<OverviewUsage['breakdown']>;
type Row = Breakdown['rows']['nodes'][number];

interface Props {
  breakdown: Breakdown;
  view: View;
  onDrill: () => void;
  onSort: (orderBy: Metric, direction: SortDirection) => void;
}

/** The numbers by one dimension; each row leads one step deeper. */
export function BreakdownTable({ breakdown, view, onDrill, onSort }: Props) {
  const { label } = dimensions[view.by];
  const { nodes } = breakdown.rows;
  return (
    <ScrollRegion label={`Usage by ${label.toLowerCase()}`}>
      <Table className={classes['table']} highlightOnHover verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{label}</Table.Th>
            {metricNames.map((metric) => (
              <SortHeader
                key={metric}
                label={metrics[metric].label}
                sorted={view.orderBy === metric ? view.direction : null}
                onSort={(direction) => onSort(metric, direction)}
              />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {nodes.map((row) => (
            <Table.Tr key={row.keys[0]?.value ?? ''}>
              <NameCell row={row} view={view} onDrill={onDrill} />
              <MetricCells source={row.metrics} />
            </Table.Tr>
          ))}
          {breakdown.otherCount > 0 && (
            <Table.Tr className={classes['other']}>
              <Table.Th scope="row">
                {formatCount(breakdown.otherCount).short} {breakdown.otherCount === 1 ? 'other' : 'others'}
              </Table.Th>
              <MetricCells source={breakdown.other} />
            </Table.Tr>
          )}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr className={classes['totals']}>
            <Table.Th scope="row">All {dimensions[view.by].plural}</Table.Th>
            <MetricCells source={breakdown.totals} />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </ScrollRegion>
  );
}

function NameCell({ row, view, onDrill }: { row: Row; view: View; onDrill: () => void }) {
  const key = row.keys[0];
  const value = key?.value ?? null;
  const name = value === null ? 'Not attributed' : (key?.label ?? value);
  return (
    <Table.Th scope="row" className={classes['name']}>
      <div className={classes['nameCell']}>
        <Link
          to={viewPath(drillInto(view, value))}
          className={`${classes['drill'] ?? ''} ${value === null ? (classes['missing'] ?? '') : ''}`}
          title={name}
          preventScrollReset
          onClick={onDrill}
        >
          {name}
        </Link>
        <span className={classes['share']}>{formatShare(row.share)}</span>
      </div>
      <div className={classes['bar']} style={{ width: `${Math.max(0.5, Math.min(100, row.share))}%` }} />
    </Table.Th>
  );
}
