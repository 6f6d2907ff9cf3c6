import { DataTable, LocalText, StatusBadge, usePage, type Column } from '@qantara/ui';
import { Link } from 'react-router';
import type { BudgetLine, ShownDetails } from '../../contract/index.ts';
import { toneOfPromise } from '../tones.ts';

type Given = { details: ShownDetails };

/** Who works on it beside the lead, and what each promised. */
export function NodePartners({ details }: Given) {
  const { t } = usePage();
  if (details.partners.length === 0) return null;
  return (
    <section>
      <h2>{t('plan.section.partners')}</h2>
      <ul className="plan-plans">
        {details.partners.map(({ name, promise, state }, at) => (
          <li key={at}>
            <LocalText value={name} quiet />{' '}
            <StatusBadge tone={toneOfPromise(state)} label={t(`plan.promise.${state}`)} />
            <p>
              <LocalText value={promise} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is to be reached by which day, and what was. */
export function NodeMilestones({ details, today }: Given & { today: string }) {
  const { t, formats } = usePage();
  if (details.milestones.length === 0) return null;
  return (
    <section>
      <h2>{t('plan.section.milestones')}</h2>
      <ul className="plan-plans">
        {details.milestones.map(({ dueOn, doneOn, words }, at) => (
          <li key={at}>
            <LocalText value={words} />{' '}
            {doneOn === null ? (
              <StatusBadge
                tone={dueOn < today ? 'attention' : 'waiting'}
                label={t(dueOn < today ? 'plan.node.due_passed' : 'plan.target.due', { day: formats.date(dueOn) })}
              />
            ) : (
              <StatusBadge tone="done" label={t('plan.node.done_on', { day: formats.date(doneOn) })} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Amount({ value, currency }: { value: number | null; currency: string }) {
  const { t, formats } = usePage();
  if (value === null) return <span className="missing">{t('plan.node.not_told')}</span>;
  return (
    <>
      {formats.number(value)} <bdi>{currency}</bdi>
    </>
  );
}

function FunderText({ line }: { line: BudgetLine }) {
  const { t } = usePage();
  const source = t(`plan.funding.${line.source}`);
  if (line.funder === '') return source;
  return (
    <>
      {source} · <bdi>{line.funder}</bdi>
    </>
  );
}

/** Money by source: what was planned and what is spent so far. */
export function NodeMoney({ details }: Given) {
  const { t } = usePage();
  if (details.budget.length === 0) return null;
  const columns: Column<BudgetLine>[] = [
    { key: 'words', heading: t('plan.node.for_what'), cell: ({ words }) => <LocalText value={words} quiet /> },
    { key: 'source', heading: t('plan.field.source'), cell: (line) => <FunderText line={line} /> },
    {
      key: 'planned',
      heading: t('plan.field.planned'),
      cell: ({ planned, currency }) => <Amount value={planned} currency={currency} />,
      isNumber: true,
    },
    {
      key: 'spent',
      heading: t('plan.field.spent'),
      cell: ({ spent, currency }) => <Amount value={spent} currency={currency} />,
      isNumber: true,
    },
  ];
  return (
    <section>
      <h2>{t('plan.section.budget')}</h2>
      <DataTable
        caption={t('plan.section.budget')}
        hidesCaption
        columns={columns}
        rows={details.budget}
        keyOf={(line) => String(details.budget.indexOf(line))}
      />
    </section>
  );
}

/** By which programmes it is done: a service leads to its page in the directory. */
export function NodeProgrammes({ details }: Given) {
  const { t, href } = usePage();
  if (details.programmes.length === 0) return null;
  return (
    <section>
      <h2>{t('plan.section.programmes')}</h2>
      <ul className="plan-plans">
        {details.programmes.map(({ kind, serviceId, name, link }, at) => (
          <li key={at}>
            {serviceId === null && link === null ? <LocalText value={name} quiet /> : null}
            {serviceId === null ? null : (
              <Link to={href(`/services/${serviceId}`)}>
                <LocalText value={name} quiet />
              </Link>
            )}
            {serviceId !== null || link === null ? null : (
              <a href={link} rel="noreferrer">
                <LocalText value={name} quiet />
              </a>
            )}{' '}
            <small>{t(`plan.programme.${kind}`)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
