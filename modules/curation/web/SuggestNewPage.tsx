import type { InputOf } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  CommandForm,
  pageContext,
  PageTitle,
  SubmitButton,
  TextArea,
  TextField,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { Link, useActionData, type ActionFunctionArgs } from 'react-router';
import { curationRoutes } from '../contract/index.ts';
import curationCss from './curation.css?url';
import { codeAnswer, codeIn } from './suggest/code-answer.ts';
import { SuggestDone } from './suggest/SuggestDone.tsx';
import { ContactFields, MessageField, OtherFields, suggestLabels, UsualFields } from './suggest/SuggestFields.tsx';

export const handle: PageHandle = { formId: 'suggest' };

export function links() {
  return [{ rel: 'stylesheet', href: curationCss }];
}

/** Sends what is known of a service that is missing, once. */
export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const { locale } = context.get(pageContext);
    const input = { ...values.toObject(), kind: 'new', locale };
    const { code } = await apiOf(context, curationRoutes).suggest(input as InputOf<typeof curationRoutes.suggest>, {
      commandId,
    });
    return codeAnswer('suggest', code);
  });
}

/** Anyone tells of a service that the directory does not know. */
export default function SuggestNewPage() {
  const { t, href } = usePage();
  const code = codeIn(useActionData<unknown>());
  const back = { to: href('/services'), label: t('curation.sent.to_services') };
  if (code !== null) return <SuggestDone formId="suggest" code={code} back={back} />;
  return (
    <>
      <PageTitle title={t('curation.suggest_new.title')} lead={<p>{t('curation.suggest_new.lead')}</p>} />
      <CommandForm id="suggest" labels={suggestLabels(t)}>
        <TextField name="name" label={t('curation.suggest_new.name')} maxLength={4000} required />
        <TextArea
          name="description"
          label={t('curation.suggest_new.description')}
          hint={t('curation.suggest_new.description_hint')}
          rows={3}
          maxLength={4000}
        />
        <UsualFields now={{}} />
        <OtherFields now={{}} withName={false} />
        <MessageField purpose="new" />
        <ContactFields />
        <SubmitButton>{t('curation.suggest.send')}</SubmitButton>
        <p className="hint">{t('curation.suggest.nothing_changes')}</p>
      </CommandForm>
      <p>
        <Link to={href('/suggestions')}>{t('curation.answer.have')}</Link>
      </p>
    </>
  );
}
