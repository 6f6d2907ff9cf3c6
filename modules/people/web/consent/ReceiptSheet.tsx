import { directionOf } from '@qantara/kernel';
import { DescriptionList } from '@qantara/ui';
import type { ReceiptWords } from './receipt-words.ts';

type Given = { words: ReceiptWords; qrCode?: string | null; heading: 'h1' | 'h2' };

/** One receipt, as paper and as the page behind its square code: what was agreed to, and how to take it back. It names nobody. */
export function ReceiptSheet({ words, qrCode = null, heading: Heading }: Given) {
  return (
    <article className="receipt" lang={words.locale} dir={directionOf(words.locale)}>
      <Heading>{words.title}</Heading>
      <p>{words.lead}</p>
      <DescriptionList dense items={words.facts} />
      <h3>{words.takeBackTitle}</h3>
      <ul>
        {words.takeBack.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      {qrCode === null ? null : (
        <figure>
          <img className="code-to-scan" alt="" src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(qrCode)}`} />
          <figcaption>{words.scan}</figcaption>
        </figure>
      )}
    </article>
  );
}
