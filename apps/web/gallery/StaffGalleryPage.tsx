import {
  Bdi,
  type Column,
  ConfirmDialog,
  DataTable,
  DateText,
  Filters,
  NumberText,
  PageTitle,
  Pagination,
  Progress,
  SelectField,
  StatusBadge,
  TextField,
  usePage,
} from '@qantara/ui';

type Row = {
  id: string;
  name: string;
  need: 'food' | 'roof' | 'talk';
  status: 'attention' | 'active' | 'waiting';
  due: string;
  days: number;
};

const ROWS: readonly Row[] = [
  { id: '1', name: 'Salma Ben Youssef', need: 'roof', status: 'attention', due: '2026-11-18', days: 14 },
  { id: '2', name: 'يوسف الطرابلسي', need: 'food', status: 'active', due: '2026-11-23', days: 3 },
  { id: '3', name: 'Claire Martin', need: 'talk', status: 'waiting', due: '2026-11-27', days: 0 },
];

/** What pages for work are made of. */
export default function StaffGalleryPage() {
  const { t } = usePage();
  const g = (key: string) => t(`shell.gallery.${key}`);
  const columns: readonly Column<Row>[] = [
    { key: 'name', heading: g('column_person'), cell: ({ name }) => <Bdi>{name}</Bdi>, sortKey: 'name' },
    { key: 'need', heading: g('column_need'), cell: ({ need }) => g(`need_${need}`) },
    {
      key: 'status',
      heading: g('column_status'),
      cell: ({ status }) => <StatusBadge tone={status} label={g(`status_${status}`)} />,
    },
    { key: 'due', heading: g('column_due'), cell: ({ due }) => <DateText value={due} />, sortKey: 'due' },
    {
      key: 'days',
      heading: g('column_days'),
      cell: ({ days }) => <NumberText value={days} />,
      isNumber: true,
      sortKey: 'days',
    },
  ];
  return (
    <>
      <PageTitle title={g('staff_title')}>
        <ConfirmDialog label={g('close')} title={g('close_title')} kind="danger">
          <p>{g('close_text')}</p>
        </ConfirmDialog>
      </PageTitle>
      <Filters id="narrow" label={g('filter_label')} inline>
        <TextField name="q" label={g('filter_words')} type="search" />
        <SelectField
          name="need"
          label={g('column_need')}
          options={['food', 'roof', 'talk'].map((value) => ({ value, label: g(`need_${value}`) }))}
        />
      </Filters>
      <DataTable caption={g('table')} columns={columns} rows={ROWS} keyOf={({ id }) => id} defaultSort="due" />
      <Pagination page={1} perPage={3} total={10} hasMore />
      <Progress label={g('progress')} value={7} max={10} />
    </>
  );
}
