import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, vi } from 'vitest';
import { server } from './server';

// What is waited for comes sooner or later; how soon depends on the machine and on what else it does.
configure({ asyncUtilTimeout: 60_000 });

// What jsdom lacks and the components ask for.
class NoResizeObserver implements ResizeObserver {
  observe() {
    // Nothing has a size here.
  }
  unobserve() {
    // Nothing has a size here.
  }
  disconnect() {
    // Nothing has a size here.
  }
}
window.ResizeObserver = NoResizeObserver;
window.matchMedia = (media) =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });
Element.prototype.scrollIntoView = () => undefined;
HTMLCanvasElement.prototype.getContext = () => null;
// The chart draws only where there is room.
for (const size of ['clientWidth', 'clientHeight']) {
  Object.defineProperty(HTMLElement.prototype, size, { configurable: true, value: 600 });
}

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(async () => {
  // A part of the page that is still being imported would be so after the test's surroundings are gone.
  await vi.dynamicImportSettled();
  cleanup();
  server.resetHandlers();
});
afterAll(() => server.close());
