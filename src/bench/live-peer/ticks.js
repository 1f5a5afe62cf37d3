import { Repeater } from 'graphql-yoga';
import { matcher, Usage } from './usage.js';

const HEARTBEAT_MS = 10_000;

/** The names of the dimensions as the cells have them. */
const FIELDS = {
  PROVIDER: 'provider',
  MODEL: 'model',
  TEAM: 'team',
  PROJECT: 'project',
  FEATURE: 'feature',
  ENVIRONMENT: 'environment',
  REQUEST_TYPE: 'requestType',
};

/**
 * Ticks for any number of subscribers. Subscriptions with the same arguments share one source, which filters and adds up once
 * for all of them; sources with the same interval share a timer.
 */
export class Ticks {
  #sources = new Map();
  #timers = new Map();
  #sequence = 0;

  /** Takes a delta: what was committed in a short while, as one cell a combination of dimensions. */
  accept(delta) {
    this.#sequence = delta.sequence;
    for (const source of this.#sources.values()) {
      source.accept(delta);
    }
  }

  subscribe({ filter, every, by }) {
    return new Repeater(async (push, stop) => {
      const source = this.#join({ filter, every, by });
      source.subscribers.add(push);
      await stop;
      source.subscribers.delete(push);
      if (source.subscribers.size === 0) {
        this.#leave(source);
      }
    });
  }

  #join(args) {
    const key = JSON.stringify(args);
    let source = this.#sources.get(key);
    if (!source) {
      source = new Source(key, args, this.#sequence);
      this.#sources.set(key, source);
      this.#timer(args.every).sources.add(source);
    }
    return source;
  }

  #leave(source) {
    this.#sources.delete(source.key);
    const timer = this.#timers.get(source.every);
    timer.sources.delete(source);
    if (timer.sources.size === 0) {
      clearInterval(timer.handle);
      this.#timers.delete(source.every);
    }
  }

  #timer(every) {
    let timer = this.#timers.get(every);
    if (!timer) {
      const sources = new Set();
      const handle = setInterval(() => sources.forEach((source) => source.emit()), every);
      timer = { sources, handle };
      this.#timers.set(every, timer);
    }
    return timer;
  }
}

class Source {
  subscribers = new Set();
  #matches;
  #by;
  #field;
  #metrics = new Usage();
  #rows = new Map();
  #from = new Date();
  #sequence;
  #since;
  #committedThrough = new Date();

  constructor(key, { filter, every, by }, sequence) {
    this.key = key;
    this.every = every;
    this.#sequence = sequence;
    this.#since = sequence;
    this.#matches = matcher(filter);
    this.#by = by;
    this.#field = by && FIELDS[by];
  }

  accept(delta) {
    this.#sequence = delta.sequence;
    this.#committedThrough = new Date(delta.committedThrough);
    for (const cell of delta.cells) {
      if (this.#matches(cell)) {
        this.#metrics.add(cell);
        if (this.#field) {
          this.#row(cell[this.#field]).add(cell);
        }
      }
    }
  }

  emit() {
    const now = new Date();
    const idle = this.#metrics.requests === 0;
    if (idle && now - this.#from < HEARTBEAT_MS) {
      return;
    }
    const tick = this.#tick(idle ? 'HEARTBEAT' : 'DELTA', now);
    this.subscribers.forEach((push) => push(tick));
    this.#metrics = new Usage();
    this.#rows = new Map();
    this.#from = now;
    this.#since = this.#sequence;
  }

  #tick(kind, now) {
    const rows = [...this.#rows].map(([value, metrics]) => ({
      key: { dimension: this.#by, value },
      metrics,
    }));
    rows.sort((a, b) => b.metrics.totalTokens - a.metrics.totalTokens);
    return {
      cursor: String(this.#sequence),
      sequence: this.#sequence,
      sinceSequence: this.#since,
      kind,
      from: this.#from,
      to: now,
      metrics: this.#metrics,
      rows,
      freshness: { committedThrough: this.#committedThrough, lagMs: now - this.#committedThrough },
    };
  }

  #row(value) {
    let usage = this.#rows.get(value);
    if (!usage) {
      usage = new Usage();
      this.#rows.set(value, usage);
    }
    return usage;
  }
}
