import { Notice, RadioGroup, SelectField, TextField, usePage, type TypedValues } from '@qantara/ui';
import { AloneReason, ChildAssent, ProxyRelation, type Minority } from '../../contract/index.ts';

function Proxy({ isChild }: { isChild: boolean }) {
  const { t } = usePage();
  return (
    <>
      <SelectField
        name="proxyRelation"
        label={t('people.field.proxyRelation')}
        hint={t(isChild ? 'people.giver.relation_child' : 'people.giver.relation_adult')}
        emptyLabel={t('people.giver.themselves')}
        options={ProxyRelation.options.map((value) => ({ value, label: t(`people.proxy.${value}`) }))}
      />
      <TextField
        name="proxyName"
        label={t('people.field.proxyName')}
        hint={t('people.giver.name_hint')}
        width="medium"
        autoComplete="off"
      />
    </>
  );
}

function ChildWords() {
  const { t } = usePage();
  return (
    <>
      <RadioGroup
        name="childAssent"
        label={t('people.field.childAssent')}
        hint={t('people.giver.assent_hint')}
        options={[
          ...ChildAssent.options.map((value) => ({ value, label: t(`people.childAssent.${value}`) })),
          { value: 'disagreed', label: t('people.giver.disagreed'), hint: t('people.giver.disagreed_hint') },
        ]}
      />
      <SelectField
        name="aloneReason"
        label={t('people.field.aloneReason')}
        hint={t('people.giver.alone_hint')}
        emptyLabel={t('people.giver.not_alone')}
        options={AloneReason.options.map((value) => ({ value, label: t(`people.alone.${value}`) }))}
      />
    </>
  );
}

type Given = { minority: Minority; ageOfMajority: number; typed: TypedValues };

/** Who gives the consent: the person, or whoever decides for them; of a child, the guardian and the child. */
export function GiverFields({ minority, ageOfMajority, typed }: Given) {
  const { t } = usePage();
  const isChild = minority === 'minor' || minority === 'perhaps';
  if (isChild)
    return (
      <>
        <Notice kind="warning" title={t(`people.giver.${minority}_title`, { age: ageOfMajority })}>
          <p>{t(`people.giver.${minority}`, { age: ageOfMajority })}</p>
        </Notice>
        <Proxy isChild />
        <ChildWords />
      </>
    );
  const isOpen = (typed['proxyRelation'] ?? '') !== '' || (typed['proxyName'] ?? '') !== '';
  return (
    <>
      {minority === 'unknown' ? <p className="hint">{t('people.giver.unknown', { age: ageOfMajority })}</p> : null}
      <details className="more-choices" open={isOpen}>
        <summary>{t('people.giver.somebody_else')}</summary>
        <Proxy isChild={false} />
        {minority === 'unknown' ? <ChildWords /> : null}
      </details>
    </>
  );
}
