import { gzipSync } from 'node:zlib';

export type Weight = { page: string; kilobytes: number };

async function sizeOf(url: string): Promise<{ bytes: number; text: string }> {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
  const body = Buffer.from(await answer.arrayBuffer());
  const isPacked = /woff2|png/.test(url);
  return { bytes: isPacked ? body.length : gzipSync(body).length, text: isPacked ? '' : body.toString('utf8') };
}

function linked(html: string): string[] {
  const hrefs = [...html.matchAll(/<(?:link|script|img)[^>]+(?:href|src)="(\/assets\/[^"]+)"/g)].map(
    (match) => match[1] ?? '',
  );
  return [...new Set(hrefs)].filter((href) => !href.endsWith('.js') || html.includes(`src="${href}"`));
}

/** The fonts that a page of this language asks for: those whose range its text touches. */
async function fontsOf(origin: string, styles: string[], text: string): Promise<string[]> {
  const fonts: string[] = [];
  for (const style of styles) {
    const css = await (await fetch(origin + style)).text();
    for (const [face] of css.matchAll(/@font-face\s*\{[^}]+\}/g)) {
      const url = /url\(["']?([^"')]+\.woff2)/.exec(face)?.[1];
      const ranges = [
        ...(/unicode-range:([^;}]+)/.exec(face)?.[1] ?? 'U+0-10FFFF').matchAll(/U\+([0-9A-F?]+)(?:-([0-9A-F]+))?/gi),
      ];
      const isUsed = ranges.some(([, from = '0', to]) => {
        const low = parseInt(from.replaceAll('?', '0'), 16);
        const high = parseInt(to ?? from.replaceAll('?', 'F'), 16);
        return Array.from(text).some(
          (letter) => (letter.codePointAt(0) ?? 0) >= low && (letter.codePointAt(0) ?? 0) <= high,
        );
      });
      if (url !== undefined && isUsed) fonts.push(new URL(url, origin + style).pathname);
    }
  }
  return [...new Set(fonts)];
}

/** What one page costs the first time: its own bytes, and every style, font, script and picture that it names. */
export async function weigh(origin: string, page: string): Promise<Weight> {
  const html = await sizeOf(origin + page);
  const parts = linked(html.text);
  const visible = html.text.replaceAll(/<[^>]+>/g, ' ');
  const fonts = await fontsOf(
    origin,
    parts.filter((part) => part.endsWith('.css')),
    visible,
  );
  let bytes = html.bytes;
  for (const part of new Set([...parts, ...fonts])) bytes += (await sizeOf(origin + part)).bytes;
  return { page, kilobytes: Math.round(bytes / 102.4) / 10 };
}
