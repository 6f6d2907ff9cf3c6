import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';

const ROOT = fileURLToPath(new URL('.', import.meta.url));
/** What the page of devices needs besides words and letters, by a part of the path of its source. */
const OF_PAGE = ['entry.client', 'apps/web/root', 'shell/LocaleRoute', 'shell/AppLayout', 'offline/web/OfflinePage'];
const ALWAYS = /(?:^|\/)words-[^/]+\.js$|\.woff2$|\.css$/;

type Bundle = Rolldown.OutputBundle;

function withImports(bundle: Bundle, file: string, seen: Set<string>): void {
  const chunk = bundle[file];
  if (seen.has(file) || chunk?.type !== 'chunk') return;
  seen.add(file);
  for (const imported of chunk.imports) withImports(bundle, imported, seen);
}

/** The files that a device keeps: the page of devices with everything that it imports, all words, all letters. */
function filesOf(bundle: Bundle): string[] {
  const files = new Set(Object.keys(bundle).filter((file) => ALWAYS.test(file)));
  for (const [file, part] of Object.entries(bundle)) {
    const source = part.type === 'chunk' ? (part.facadeModuleId ?? '') : '';
    if (OF_PAGE.some((name) => source.includes(name))) withImports(bundle, file, files);
  }
  return [...files].sort().map((file) => `/${file}`);
}

/** The service worker is one more file of the pages: it is built when they are, and knows what they are made of. */
export function buildServiceWorker(): Plugin {
  return {
    name: 'qantara-service-worker',
    apply: 'build',
    async writeBundle(_options, bundle) {
      if (this.environment.name !== 'client') return;
      await build({
        configFile: false,
        root: ROOT,
        publicDir: false,
        logLevel: 'error',
        define: { FILES: JSON.stringify(filesOf(bundle)), 'process.env.NODE_ENV': '"production"' },
        build: {
          outDir: 'build/client',
          emptyOutDir: false,
          rolldownOptions: {
            input: `${ROOT}service-worker.ts`,
            output: { entryFileNames: 'service-worker.js', format: 'iife' },
          },
        },
      });
    },
  };
}
