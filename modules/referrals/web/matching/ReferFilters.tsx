import { Filters, SelectField, usePage } from '@qantara/ui';

/** What is asked for besides the need; the address keeps the rest of it. */
export function ReferFilters() {
  const { t, search } = usePage();
  const kept = [...new URLSearchParams(search)].filter(([name]) => !['wheelchair', 'page'].includes(name));
  return (
    <Filters id="refer-filters" label={t('referrals.refer.filters')} submitLabel={t('referrals.refer.look')} inline>
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SelectField
        name="wheelchair"
        label={t('referrals.refer.access')}
        options={[{ value: 'true', label: t('referrals.refer.wheelchair') }]}
        emptyLabel={t('referrals.refer.no_access')}
      />
    </Filters>
  );
}
