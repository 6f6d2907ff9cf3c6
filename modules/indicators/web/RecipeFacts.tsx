import { DescriptionList, LocalText, usePage, type Fact } from '@qantara/ui';
import { Link } from 'react-router';
import type { FigureTable } from '../contract/index.ts';
import { AgeText } from './AgeText.tsx';
import { recordsPath } from './behind/records-path.ts';

/** How a figure is made, so that anyone may judge it: what is counted, out of what, whence, whose, how old. */
export function RecipeFacts({ table }: { table: FigureTable }) {
  const { t, href } = usePage();
  const { indicator, asOf } = table;
  const { recipe, publishedBy, ownerName, source } = indicator;
  const counted: Fact[] =
    recipe === null || publishedBy === null
      ? []
      : [
          { label: t('indicators.fact.counted'), value: t(`${publishedBy}.counted.${recipe}`) },
          { label: t('indicators.fact.out_of'), value: t(`${publishedBy}.out_of.${recipe}`) },
        ];
  const path = recordsPath(table, '');
  const records: Fact[] =
    path === null
      ? []
      : [
          {
            label: t('indicators.fact.records'),
            value: <Link to={href(path)}>{t('indicators.records.open')}</Link>,
          },
        ];
  const owner = ownerName === null ? null : <LocalText value={ownerName} quiet />;
  return (
    <DescriptionList
      items={[
        ...counted,
        { label: t('indicators.fact.source'), value: <LocalText value={source} /> },
        { label: t('indicators.fact.owner'), value: owner },
        {
          label: t('indicators.fact.age'),
          value: asOf === null ? t('indicators.age_of_source') : <AgeText asOf={asOf} />,
        },
        ...records,
      ]}
    />
  );
}
