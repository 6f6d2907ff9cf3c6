import { Bdi, DataTable, usePage } from '@qantara/ui';
import { PlanFault, type PlanFinding } from '../../contract/index.ts';

/** What is wrong or left out in a file, each by its table, line and field. */
export function Findings({ caption, findings }: { caption: string; findings: PlanFinding[] }) {
  const { t, formats } = usePage();
  if (findings.length === 0) return null;
  const why = ({ code }: PlanFinding) =>
    PlanFault.options.some((one) => one === code) ? t(`plan.file_fault.${code}`) : t(`plan.file_notice.${code}`);
  return (
    <DataTable<PlanFinding>
      caption={caption}
      rows={findings}
      keyOf={({ part, at, field, code, value }) => `${part} ${at} ${field} ${code} ${value}`}
      columns={[
        { key: 'part', heading: t('plan.import.part'), cell: ({ part }) => t(`plan.file_part.${part}`) },
        {
          key: 'at',
          heading: t('plan.import.line'),
          cell: ({ at }) => (at === null ? '' : formats.number(at)),
          isNumber: true,
        },
        { key: 'field', heading: t('plan.import.field'), cell: ({ field }) => <Bdi>{field ?? ''}</Bdi> },
        { key: 'why', heading: t('plan.import.why'), cell: why },
        { key: 'value', heading: t('plan.import.stands'), cell: ({ value }) => <Bdi>{value ?? ''}</Bdi> },
      ]}
    />
  );
}
