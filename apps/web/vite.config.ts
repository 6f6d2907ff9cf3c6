import { fileURLToPath } from 'node:url';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

export default defineConfig(({ command }) => ({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [optimizeLocales.vite({ locales: ['ar-AE', 'fr-FR', 'en-US'] }), reactRouter()],
  server: { fs: { allow: [root] } },
  build: {
    target: 'es2022',
    // The content security policy lets no data: addresses through, so nothing is written into the page or the CSS.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
  },
  // One server bundle with everything in it starts faster than hundreds of files from node_modules.
  ssr: { noExternal: command === 'build' ? true : [/^@qantara\//] },
}));
