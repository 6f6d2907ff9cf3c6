import { usePage } from '../page/use-page.ts';

type NumberTextProps = {
  value: number | null | undefined;
  style?: 'number' | 'percent';
  digits?: number;
  /** Why there is no figure, where “not known” is not the reason. */
  absent?: string | undefined;
};

/** A figure in the region's digits; a missing one is said to be missing, never shown as nothing or zero. */
export function NumberText({ value, style = 'number', digits, absent }: NumberTextProps) {
  const { formats, t } = usePage();
  if (value === null || value === undefined) return <span className="missing">{absent ?? t('ui.data.missing')}</span>;
  return <bdi className="figure">{formats[style](value, digits)}</bdi>;
}
