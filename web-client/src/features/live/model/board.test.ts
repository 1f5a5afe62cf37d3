import { describe, expect, it } from 'vitest';
import { counts, past, rows, tick } from '@/testing/live-fixtures';
import { advance, count, inWindow, openBoard, recount, sinceOpened, type Board } from './board';
import { keptMinutes } from './minutes';
import { rank } from './ranking';
import { rateOf } from './rate';

const noon = Date.parse('2026-11-22T12:00:00Z');
const minute = 60_000;
const opened = () => openBoard(past().organization);

function at(offset: number): string {
  return new Date(noon + offset).toISOString();
}

/** A tick of so many calls of each model, in the 200 ms before the offset. */
function models(offset: number, calls: Record<string, number>, length = 200) {
  const requests = Object.values(calls).reduce((a, b) => a + b, 0);
  return tick({
    from: at(offset - length),
    to: at(offset),
    metrics: counts(requests),
    rows: rows(calls),
  });
}

describe('the board', () => {
  it('begins with what was before', () => {
    const board = opened();
    expect(inWindow(board, 5).requests).toBe(300);
    expect(inWindow(board, 60).requests).toBe(3_600);
    expect(sinceOpened(board).requests).toBe(0);
    expect(rank(board, 15, 'models').first.map(({ name }) => name)).toEqual([
      'gpt-5.5',
      'claude-sonnet-4-5',
      'gemini-3.1-pro-preview',
      'gpt-5.5-mini',
    ]);
  });

  it('counts all calls once, though each tick by a dimension tells of them', () => {
    const board = count(count(opened(), models(400, { a: 3 }), 'models'), models(400, { b: 3 }), 'features');
    expect(sinceOpened(board).requests).toBe(3);
    expect(inWindow(board, 5).requests).toBe(303);
  });

  it('moves on with time, and forgets no call that was counted', () => {
    let board: Board = opened();
    for (let minutes = 0; minutes < 90; minutes++) {
      board = count(board, models(minutes * minute + 400, { a: 2 }), 'models');
    }
    board = advance(board, noon + 95 * minute);
    expect(board.minutes).toHaveLength(keptMinutes);
    expect(sinceOpened(board)).toMatchObject({ requests: 180, cost: 450_000_000_000n });
    expect(inWindow(board, 15).requests).toBe(20);
    expect(inWindow(board, 60).requests).toBe(2 * 55);
  });

  it('goes on after a night without a word', () => {
    const board = advance(count(opened(), models(400, { a: 2 }), 'models'), noon + 600 * minute);
    expect(board.minutes).toHaveLength(keptMinutes);
    expect(board.minutes.at(-1)?.at).toBe(noon + 600 * minute);
    expect(inWindow(board, 60).requests).toBe(0);
    expect(sinceOpened(board).requests).toBe(2);
  });

  it('takes a reset in place of what was told of its time', () => {
    let board = count(opened(), models(400, { a: 5 }), 'models');
    board = count(board, models(minute + 400, { a: 7 }), 'models');
    const reset = models(3 * minute, { b: 100 }, 2 * minute);
    board = recount(board, { ...reset, kind: 'RESET' }, 'models');
    expect(sinceOpened(board).requests).toBe(105);
    expect(board.since).toBe(noon);
    expect(inWindow(board, 5).requests).toBe(60 * 3 + 105);
    expect(rank(board, 60, 'models').first.find(({ name }) => name === 'a')?.amounts.requests).toBe(5);
  });

  it('counts from where a reset begins when that is before it was opened', () => {
    const reset = models(3 * minute, { b: 100 }, 5 * minute);
    const board = recount(count(opened(), models(400, { a: 5 }), 'models'), reset, 'models');
    expect(board.since).toBe(noon - 2 * minute);
    expect(sinceOpened(board).requests).toBe(100);
    expect(inWindow(board, 4).requests).toBe(100);
  });
});

describe('a ranking', () => {
  it('adds up to the window, of which some is from before the page was opened', () => {
    const board = count(opened(), models(3 * minute + 400, { new: 500 }), 'models');
    const { first, rest } = rank(board, 5, 'models');
    expect(first[0]).toMatchObject({ name: 'new', amounts: { requests: 500 } });
    const requests = first.reduce((total, { amounts }) => total + amounts.requests, rest.requests);
    // Two minutes of 60 calls are left of those before; each row is rounded.
    expect(Math.abs(requests - 620)).toBeLessThanOrEqual(2);
  });

  it('has nothing of before once the window has left it behind', () => {
    const board = count(opened(), models(6 * minute + 400, { new: 1 }), 'models');
    expect(rank(board, 5, 'models').first.map(({ name }) => name)).toEqual(['new']);
  });

  it('sums up those that are not shown', () => {
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`m${index}`, 100 - index]));
    const { first, others, rest } = rank(count(opened(), models(30 * minute, many), 'models'), 5, 'models');
    expect(first).toHaveLength(8);
    expect(others).toBe(4);
    expect(rest.requests).toBe(92 + 91 + 90 + 89);
  });
});

describe('the current rate', () => {
  it('projects the running minute', () => {
    const board = count(opened(), models(20_000, { a: 30 }), 'models');
    expect(rateOf(board, noon + 20_000, 'requests')).toEqual({
      elapsed: 20,
      soFar: 30,
      projected: 90,
      lastMinute: 60,
      changePercent: 50,
    });
  });

  it('is the last minute’s before anything can be said', () => {
    expect(rateOf(opened(), noon + 1_000, 'requests')).toMatchObject({ projected: 60, changePercent: 0 });
  });

  it('has no change against a minute without calls', () => {
    const board = advance(opened(), noon + 2 * minute);
    expect(rateOf(board, noon + 2 * minute + 5_000, 'requests').changePercent).toBeNull();
  });
});
