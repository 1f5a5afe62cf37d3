import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const server = process.env['TOLLGATE_URL'] ?? 'http://localhost:8080';

/** GraphiQL brings its fonts as data: addresses, which the content security policy forbids: the system's stand in. */
const withoutFonts = {
  name: 'without-fonts',
  transform: (code: string, id: string) =>
    id.includes('/graphiql/') && id.endsWith('.css') ? code.replace(/@font-face\s*\{[^}]*\}/g, '') : null,
};

export default defineConfig(async ({ mode }) => ({
  plugins: [
    react(),
    withoutFonts,
    ...(mode === 'mock' ? [(await import('./src/testing/mock-server.ts')).mockServer()] : []),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server:
    mode === 'mock'
      ? {}
      : {
          proxy: {
            '/graphql': { target: server, ws: true },
            '/session': server,
            '/oidc': server,
            '/invitations': server,
            '/password': server,
          },
        },
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
    rolldownOptions: { input: ['index.html', 'graphiql.html'] },
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
