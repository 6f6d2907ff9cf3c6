import { usePage } from '../page/use-page.ts';

/** A day or a moment as the reader's language writes it, with the exact value for machines. */
export function DateText({ value, style = 'date' }: { value: string; style?: 'date' | 'dateTime' | 'month' }) {
  const { formats } = usePage();
  return <time dateTime={value}>{formats[style](value)}</time>;
}
