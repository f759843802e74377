import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = 'http://localhost:8080';

/** Served by the API under /console/; while developing, everything else is asked of a running server. */
export default defineConfig({
  base: '/console/',
  plugins: [react()],
  server: { proxy: { '/api': server, '/photos': server } },
  build: { chunkSizeWarningLimit: 1500, sourcemap: false },
  test: { environment: 'node', include: ['src/**/*.test.ts'] },
});
