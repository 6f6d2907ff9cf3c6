import { usePage } from '../page/use-page.ts';

type NumberTextProps = { value: number | null | undefined; style?: 'number' | 'percent'; digits?: number };

/** A figure in the region's digits; a missing one is said to be missing, never shown as nothing or zero. */
export function NumberText({ value, style = 'number', digits }: NumberTextProps) {
  const { formats, t } = usePage();
  if (value === null || value === undefined) return <span className="missing">{t('ui.data.missing')}</span>;
  return <bdi className="figure">{formats[style](value, digits)}</bdi>;
}
