import { fileURLToPath } from 'node:url';

import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

// While developing: `GONGKAI_ADDRESS=http://127.0.0.1:8080 npx vite` in front of a running server.
const server = process.env['GONGKAI_ADDRESS'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  base: '/office/',
  plugins: [vue()],
  resolve: {
    alias: {
      '@': fileURLToPath(new URL('src', import.meta.url)),
      // The portal and the workbench share the design tokens and the statutory tables.
      '@portal': fileURLToPath(new URL('../src/web/portal/static', import.meta.url)),
    },
  },
  build: {
    target: 'chrome100',
    // The content security policy allows no data: addresses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
  server: {
    proxy: {
      '/api': { target: server, changeOrigin: true, headers: { origin: server } },
    },
  },
  test: { environment: 'happy-dom', include: ['tests/**/*.test.ts'] },
});
