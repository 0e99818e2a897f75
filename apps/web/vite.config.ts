/** 构建 — two pages, office and portal, for the oldest browser we promise; nothing is fetched from outside. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const page = (name: string): string => fileURLToPath(new URL(`${name}.html`, import.meta.url));

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'chrome109',
    rollupOptions: { input: { office: page('index'), portal: page('portal') } },
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
  /** The door writes a fresh value in its place for each answer: styles that antd adds while running carry it. */
  html: { cspNonce: 'CSP_NONCE_OF_THIS_ANSWER' },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
