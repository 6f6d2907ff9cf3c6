import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { PageEntry, PageTable } from '@qantara/ui';
import { index, layout, route, type RouteConfig, type RouteConfigEntry } from '@react-router/dev/routes';

type FoundPage = PageEntry & { module: string };

const MODULES = fileURLToPath(new URL('../../modules/', import.meta.url));

async function pagesOf(module: string): Promise<FoundPage[]> {
  const file = `${MODULES}${module}/web/pages.ts`;
  if (!existsSync(file)) return [];
  const exported: Record<string, unknown> = await import(/* @vite-ignore */ pathToFileURL(file).href);
  const tables = Object.entries(exported).filter(([name]) => name.endsWith('Pages'));
  return tables.flatMap(([, table]) => (table as PageTable).map((page) => ({ ...page, module })));
}

const found = (await Promise.all(readdirSync(MODULES).sort().map(pagesOf))).flat();

function pagesIn(shell: PageEntry['shell']): RouteConfigEntry[] {
  return found
    .filter((page) => page.shell === shell)
    .map(({ module, file, path }) =>
      route(path, `../../modules/${module}/web/${file}`, { id: `${module}/${file.replace(/\.tsx$/, '')}/${path}` }),
    );
}

export default [
  index('home/LanguageRedirect.tsx'),
  route(':locale', 'shell/LocaleRoute.tsx', [
    layout('shell/PublicLayout.tsx', [
      index('home/HomePage.tsx'),
      route('gallery', 'gallery/GalleryPage.tsx'),
      route('accessibility', 'statements/AccessibilityPage.tsx'),
      route('privacy', 'statements/PrivacyPage.tsx'),
      ...pagesIn('public'),
      route('*', 'errors/NoSuchPage.tsx', { id: 'no-such-page' }),
    ]),
    layout('shell/EmbedLayout.tsx', pagesIn('embed')),
    layout('shell/AppLayout.tsx', pagesIn('app')),
    layout('shell/StaffLayout.tsx', [route('gallery/staff', 'gallery/StaffGalleryPage.tsx'), ...pagesIn('staff')]),
  ]),
  route('*', 'errors/NoSuchPage.tsx', { id: 'no-such-address' }),
] satisfies RouteConfig;
