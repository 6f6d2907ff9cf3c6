import { localPath } from '@qantara/identity/web';
import { ButtonLink, CommandForm, PageTitle, SubmitButton, usePage, type TypedValues } from '@qantara/ui';
import { CARRIED, carriedFields, CONSENT_FORM } from './carried.ts';

const isCarried = (name: string): boolean => name.startsWith(CARRIED) || name === 'then' || name === 'thenForm';

/** Typed values that go along unseen; those that another page carried here, unless all are wanted. */
export function HiddenFields({ typed, isAll = false }: { typed: TypedValues; isAll?: boolean }) {
  return Object.entries(typed)
    .filter(([name]) => name !== 'commandId' && (isAll || isCarried(name)))
    .flatMap(([name, value]) =>
      [value].flat().map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={one} />),
    );
}

/** Back to the page that needed the consent, with everything that was chosen there. */
export function GoOn({ typed }: { typed: TypedValues }) {
  const { t, href } = usePage();
  const then = localPath(String(typed['then'] ?? '')) ?? '';
  return (
    <>
      <PageTitle title={t('people.consent.saved_title')} lead={<p>{t('people.consent.saved_lead')}</p>} />
      <CommandForm id={String(typed['thenForm'] ?? 'carried')} action={then}>
        {carriedFields(typed).map(({ name, value }) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <SubmitButton>{t('people.consent.go_on')}</SubmitButton>
      </CommandForm>
      <p className="actions">
        <ButtonLink to={href(`/work/people/${String(typed['receiptOf'] ?? '')}/receipt`)}>
          {t('people.receipt.give')}
        </ButtonLink>
      </p>
      <CommandForm id={CONSENT_FORM} className="carried">
        <HiddenFields typed={typed} isAll />
      </CommandForm>
    </>
  );
}
