import { LocalizedTextField, SelectField, TextField, usePage } from '@qantara/ui';
import { EvidenceKind, ProgrammeKind, type LogicModel } from '../../contract/index.ts';
import { DetailRows } from './DetailRows.tsx';
import type { DetailChoices } from './load-details.ts';

type Given = { choices: DetailChoices };

/** What makes one think that it works. */
export function EvidenceFields({ choices }: Given) {
  const { t } = usePage();
  return (
    <DetailRows
      rows={choices.written.details.evidence}
      legend={(number) => t('plan.details.evidence', { number })}
      render={(row, at) => (
        <>
          <LocalizedTextField
            name={`evidence.${at}.words`}
            label={t('plan.field.words')}
            defaultValue={row?.words ?? null}
          />
          <SelectField
            name={`evidence.${at}.kind`}
            label={t('plan.field.evidenceKind')}
            options={EvidenceKind.options.map((value) => ({ value, label: t(`plan.evidence.${value}`) }))}
            emptyLabel={t('plan.details.choose')}
            defaultValue={row?.kind}
          />
          <TextField
            name={`evidence.${at}.link`}
            label={t('plan.field.link')}
            hint={t('plan.details.link_hint')}
            type="url"
            defaultValue={row?.link}
          />
        </>
      )}
    />
  );
}

/** The programmes by which it is done: a service of the directory, or another by its name. */
export function ProgrammeFields({ choices }: Given) {
  const { t, text } = usePage();
  const { details, services } = choices.written;
  return (
    <DetailRows
      rows={details.programmes}
      legend={(number) => t('plan.details.programme', { number })}
      render={(row, at) => (
        <>
          <LocalizedTextField
            name={`programmes.${at}.name`}
            label={t('plan.field.programmeName')}
            defaultValue={row?.name ?? null}
          />
          <SelectField
            name={`programmes.${at}.kind`}
            label={t('plan.field.programmeKind')}
            options={ProgrammeKind.options.map((value) => ({ value, label: t(`plan.programme.${value}`) }))}
            emptyLabel={t('plan.details.choose')}
            defaultValue={row?.kind}
          />
          <SelectField
            name={`programmes.${at}.serviceId`}
            label={t('plan.field.serviceId')}
            options={services.map(({ serviceId, name }) => ({ value: serviceId, label: text(name).text }))}
            emptyLabel={t('plan.details.no_service')}
            defaultValue={row?.serviceId}
          />
          <TextField
            name={`programmes.${at}.link`}
            label={t('plan.field.link')}
            hint={t('plan.details.link_hint')}
            type="url"
            defaultValue={row?.link}
          />
        </>
      )}
    />
  );
}

const PARTS = ['inputs', 'activities', 'outputs', 'outcomes'] as const satisfies (keyof LogicModel)[];

/** How it is to work, in four steps of a few words each. */
export function LogicFields({ choices }: Given) {
  const { t } = usePage();
  const { logic } = choices.written.details;
  return (
    <>
      <p className="hint">{t('plan.details.logic_hint')}</p>
      {PARTS.map((part) => (
        <fieldset key={part} className="plan-row">
          <legend>{t(`plan.logic.${part}`)}</legend>
          {[...logic[part], null, null].slice(0, 6).map((words, at) => (
            <LocalizedTextField
              key={at}
              name={`logic.${part}.${at}`}
              label={t('plan.details.step_words', { number: at + 1 })}
              defaultValue={words}
            />
          ))}
        </fieldset>
      ))}
    </>
  );
}
