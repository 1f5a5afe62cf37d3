/** Sums of usage, which add up. Costs are whole 10^-12 USD, as in the deltas. */
export class Usage {
  requests = 0;
  errors = 0;
  inputTokens = 0;
  outputTokens = 0;
  picoUsd = 0;
  latencyCount = 0;
  latencySumMs = 0;

  add(cell) {
    this.requests += cell.requests;
    this.errors += cell.errors;
    this.inputTokens += cell.inputTokens;
    this.outputTokens += cell.outputTokens;
    this.picoUsd += cell.picoUsd;
    this.latencyCount += cell.latencyCount;
    this.latencySumMs += cell.latencySumMs;
  }

  get totalTokens() {
    return this.inputTokens + this.outputTokens;
  }

  get cost() {
    return this.picoUsd / 1e12;
  }

  get latency() {
    return this.latencyCount === 0 ? null : { averageMs: this.latencySumMs / this.latencyCount };
  }
}

/** The filter as a function of a cell; lists become sets once, not at each cell. */
export function matcher(filter) {
  if (!filter) {
    return () => true;
  }
  const { not, ...lists } = filter;
  const sets = Object.entries(lists)
    .filter(([, values]) => values != null)
    .map(([dimension, values]) => [dimension, new Set(values)]);
  const excluded = not ? matcher(not) : () => false;
  return (cell) => sets.every(([dimension, values]) => values.has(cell[dimension])) && !excluded(cell);
}
