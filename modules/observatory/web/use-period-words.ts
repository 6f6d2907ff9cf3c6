import { usePage } from '@qantara/ui';

/** A period as people say it: 2025, the first half of 2025, quarter 3 of 2025. */
export function usePeriodWords(): (period: string) => string {
  const { t } = usePage();
  return (period) => {
    const [year = '', part = ''] = period.split('-');
    if (part === '') return year;
    return t(part.startsWith('Q') ? 'observatory.period.quarter' : 'observatory.period.half', {
      part: part.slice(1),
      year,
    });
  };
}
