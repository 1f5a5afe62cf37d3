import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('.', import.meta.url)),
    include: ['*.e2e.ts'],
    environment: 'node',
    // One browser at a time: what is tested is the page, not the machine.
    fileParallelism: false,
    // Limits end what hangs; a slow or busy machine must not reach them.
    testTimeout: 600_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 120_000 } },
  },
});
