import type { FeatureState } from '@/gql/graphql';
import { formatPercent } from '@/lib/format';
import type { Rule } from '../api/get-features';

/** A state in words: `On`, `Off`, `25% of users`. */
export function stateText({
  state,
  rolloutPercent,
}: {
  state: FeatureState;
  rolloutPercent: number | null;
}): string {
  switch (state) {
    case 'ON':
      return 'On';
    case 'OFF':
      return 'Off';
    case 'PARTIAL':
      return `${formatPercent(rolloutPercent ?? 0).full} of users`;
  }
}

const oneOf = new Intl.ListFormat('en', { type: 'disjunction' });

/** Whom a rule is about, in words: `team search or support, environment production`. */
export function whomText({ environment, team, user }: Pick<Rule, 'environment' | 'team' | 'user'>): string {
  return [['user', user] as const, ['team', team] as const, ['environment', environment] as const]
    .filter(([, values]) => values.length > 0)
    .map(([what, values]) => `${what} ${oneOf.format(shortened(values))}`)
    .join(', ');
}

const most = 5;

function shortened(values: string[]): string[] {
  return values.length <= most
    ? values
    : [...values.slice(0, most - 1), `${values.length - most + 1} others`];
}
