import type { Locale } from '@qantara/kernel';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What a partner copies into its page: the script, and for who has none a link. */
export function snippetOf(given: { address: string; embedKey: string; locale: Locale; title: string }): string {
  const { address, embedKey, locale, title } = given;
  const page = `${address}/${locale}/embed/${embedKey}`;
  return [
    `<script src="${escaped(address)}/embed.js" data-form="${embedKey}" data-lang="${locale}" data-title="${escaped(title)}" async></script>`,
    `<noscript><a href="${escaped(page)}">${escaped(title)}</a></noscript>`,
  ].join('\n');
}
