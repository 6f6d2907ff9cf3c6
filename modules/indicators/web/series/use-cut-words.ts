import { languageName } from '@qantara/directory/web';
import { usePage } from '@qantara/ui';

const GROUPS = ['sex', 'age', 'language', 'population'];

/** A part of a population as people say it; a group that the program does not know by name is said as it came. */
export function useCutWords(): (cut: string) => string {
  const { t, formats, locale } = usePage();
  return (cut) => {
    if (cut === '') return t('indicators.cut.all');
    const parts = cut.split('|').map((part) => {
      const [group = '', value = ''] = part.split(':');
      if (group === 'sex' && (value === 'f' || value === 'm')) return t(`indicators.cut.sex_${value}`);
      if (group === 'language' && /^[a-z]{2,3}$/.test(value)) return languageName(value, locale);
      return GROUPS.includes(group) ? t(`indicators.cut.${group}`, { value }) : part;
    });
    return formats.list(parts);
  };
}
