import { LanguageSwitch, LocalText, usePage } from '@qantara/ui';
import { Outlet } from 'react-router';
import { usePageHandle } from './page-handle.ts';

export const handle = { shell: 'public' };

/** A page in the frame of another site: the languages above it, whose it is below, and nothing that leads about in the frame. */
export default function EmbedLayout() {
  const { href, region } = usePage();
  const { formId } = usePageHandle();
  return (
    <>
      <header className="embed-head">
        <LanguageSwitch formId={formId} />
      </header>
      <main id="content" tabIndex={-1} className="content">
        <Outlet />
      </main>
      <footer className="embed-foot">
        <a href={href('/')} target="_blank" rel="noopener">
          <LocalText value={region.name} quiet />
        </a>
      </footer>
      {/* Tells the page around how high this one is; without it the frame scrolls. */}
      <script src="/embed-inside.js" defer />
    </>
  );
}
