import { fileURLToPath } from 'node:url';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';
import { buildServiceWorker } from './build-service-worker.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

// Each language is one file, whatever number of modules adds to it.
const WORDS = {
  test: /\/i18n\/(ar|fr|en)\.json$/,
  name: (id: string) => `words-${/(ar|fr|en)\.json$/.exec(id)?.[1] ?? 'all'}`,
};

export default defineConfig(({ command, isSsrBuild }) => ({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [optimizeLocales.vite({ locales: ['ar-AE', 'fr-FR', 'en-US'] }), reactRouter(), buildServiceWorker()],
  // The built pages are what runs, whatever the machine's environment says: React's own checks are for whoever writes them.
  define: command === 'build' ? { 'process.env.NODE_ENV': '"production"' } : {},
  server: { fs: { allow: [root] } },
  build: {
    target: 'es2022',
    // The content security policy lets no data: addresses through, so nothing is written into the page or the CSS.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
    rolldownOptions: { output: isSsrBuild === true ? {} : { codeSplitting: { groups: [WORDS] } } },
  },
  // One server bundle with everything in it starts faster than hundreds of files from node_modules.
  ssr: { noExternal: command === 'build' ? true : [/^@qantara\//] },
}));
