import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const server = process.env['TOLLGATE_URL'] ?? 'http://localhost:8080';

export default defineConfig(async ({ mode }) => ({
  plugins: [
    react(),
    ...(mode === 'mock' ? [(await import('./src/testing/mock-server.ts')).mockServer()] : []),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: mode === 'mock' ? {} : { proxy: { '/graphql': { target: server, ws: true }, '/session': server } },
  // As the application sets it, so that a preview of the build fails where the application would.
  preview: {
    headers: {
      'Content-Security-Policy': "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'",
    },
  },
  build: {
    outDir: process.env['WEB_CLIENT_OUT'] ?? 'dist',
    emptyOutDir: true,
    // Everything the page runs is a file of its own: the content security policy knows no data: scripts or fonts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    environment: 'jsdom',
    setupFiles: ['src/testing/setup.ts'],
    restoreMocks: true,
    // A limit is there to end what hangs, not to measure: a slow or busy machine must not fail a test.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
  },
}));
