import { isolate, textIn } from '@qantara/kernel';
import { Bdi, DataTable, DateText, usePage } from '@qantara/ui';
import type { Area } from '@qantara/territory/contract';
import { areaName } from '@qantara/territory/web';
import type { ReactNode } from 'react';
import type { Person } from '../../contract/index.ts';
import { birthText } from '../words/birth-text.ts';
import { languageName } from '../words/language-name.ts';

/** What of a record is compared: its words, and how they are shown. */
function useRows(
  areas: Area[],
): { label: string; of: (person: Person) => string | null; show?: (person: Person) => ReactNode }[] {
  const { t, formats, locale } = usePage();
  const area = (person: Person): string | null => {
    const name = areaName(areas, person.areaId);
    return name === null ? null : textIn(name, locale).text;
  };
  return [
    {
      label: t('people.merge.names'),
      of: ({ names }) =>
        names.map(({ kind, words }) => `${isolate(words)} (${t(`people.nameKind.${kind}`)})`).join(' · ') || null,
    },
    { label: t('people.form.birth'), of: ({ birth }) => birthText(birth, { t, formats }) },
    { label: t('people.field.gender'), of: ({ gender }) => (gender === null ? null : t(`people.gender.${gender}`)) },
    {
      label: t('people.field.languages'),
      of: ({ languages }) => languages.map((code) => languageName(code, t)).join(' · ') || null,
    },
    { label: t('field.areaId'), of: area },
    {
      label: t('people.field.contactPoints'),
      of: ({ contactPoints }) =>
        contactPoints
          .map(
            ({ value, isSafe }) => `${isolate(value)} (${t(isSafe ? 'people.contact.safe' : 'people.contact.unsafe')})`,
          )
          .join(' · ') || null,
    },
    {
      label: t('people.field.mayContact'),
      of: ({ noContactReason }) =>
        t(noContactReason === null ? 'people.merge.yes' : `people.noContact.${noContactReason}`),
    },
    {
      label: t('people.merge.added'),
      of: ({ createdAt }) => createdAt,
      show: ({ createdAt }) => <DateText value={createdAt} />,
    },
  ];
}

/** Two records beside one another, line by line, and where they say the same. */
export function BothRecords({ kept, other, areas }: { kept: Person; other: Person; areas: Area[] }) {
  const { t } = usePage();
  const rows = useRows(areas);
  const said = (person: Person, row: (typeof rows)[number]): ReactNode => {
    const words = row.of(person);
    if (words === null) return <span className="missing">{t('ui.data.missing')}</span>;
    return row.show?.(person) ?? <Bdi>{words}</Bdi>;
  };
  return (
    <DataTable
      caption={t('people.merge.both')}
      hidesCaption
      rows={rows}
      keyOf={(row) => row.label}
      columns={[
        { key: 'fact', heading: t('people.merge.fact'), cell: (row) => row.label },
        { key: 'kept', heading: t('people.merge.kept'), cell: (row) => said(kept, row) },
        { key: 'other', heading: t('people.merge.other'), cell: (row) => said(other, row) },
      ]}
    />
  );
}
