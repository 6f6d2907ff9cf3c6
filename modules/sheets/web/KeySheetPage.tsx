import { peopleRoutes, type PersonCard, type PersonId } from '@qantara/people/contract';
import { territoryRoutes } from '@qantara/territory/contract';
import { areaChoices } from '@qantara/territory/web';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  ButtonLink,
  CommandForm,
  Notice,
  pageContext,
  PageTitle,
  SubmitButton,
  usePage,
} from '@qantara/ui';
import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { sheetsRoutes, SetAside, type KeyedSheet } from '../contract/index.ts';
import { keyedFields } from '../domain/index.ts';
import { KeyedInput, TYPED } from './KeyedInput.tsx';
import { isFound, WhoseSheet, type FoundPeople } from './WhoseSheet.tsx';
import { useEnterGoesOn } from './use-enter-goes-on.ts';
import sheetsCss from './sheets.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: sheetsCss }];
}

type Args = Pick<LoaderFunctionArgs, 'context' | 'params' | 'request'>;

async function findOwner({ context, request }: Args, ofSheet: string | null): Promise<PersonCard | null> {
  const personId = ofSheet ?? new URL(request.url).searchParams.get('person');
  if (personId === null) return null;
  return (await apiOf(context, peopleRoutes).getPerson({ personId: personId as PersonId })).person;
}

/** The sheet, whose it is, and the areas that may be named on it. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, params } = args;
  const sheet = await apiOf(context, sheetsRoutes).openSheet({ sheetCode: params['sheetCode'] ?? '' });
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  const { locale } = context.get(pageContext);
  return { sheet, owner: await findOwner(args, sheet.personId), areas: areaChoices(areas, locale), allAreas: areas };
}

function afterwards(locale: string | undefined, { state, isDanger }: Pick<KeyedSheet, 'state' | 'isDanger'>): Response {
  return redirect(`/${locale}/work/sheets?became=${state}${isDanger ? '&danger' : ''}`);
}

/** Looks for whose sheet it is, marks it as lost or spoiled, or keeps what was read on it. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const sheetCode = params['sheetCode'] ?? '';
  const api = apiOf(context, sheetsRoutes);
  return answerForm(request, async (values, commandId) => {
    const form = values.text('_form');
    if (form === 'whose') {
      const name = values.text('name') ?? '';
      const found = await apiOf(context, peopleRoutes).searchPeople({ name });
      return { kind: 'found', name, ...found } satisfies FoundPeople;
    }
    if (form === 'aside') {
      const as = SetAside.catch('spoiled').parse(values.text('intent'));
      return afterwards(params['locale'], await api.setSheetAside({ sheetCode, as }, { commandId }));
    }
    const sheet = await api.openSheet({ sheetCode });
    const typed = Object.fromEntries(
      keyedFields(sheet.form.body).flatMap(({ path }) => {
        const text = values.text(`${TYPED}.${path}`);
        return text === undefined ? [] : [[path, text] as const];
      }),
    );
    if (values.text('intent') !== 'key')
      return { kind: 'form-answer', form: 'key', refusal: null, typed: values.typed() };
    const personId = values.text('personId') ?? null;
    return afterwards(params['locale'], await api.keySheet({ sheetCode, personId, typed }, { commandId }));
  });
}

function Fields() {
  const { sheet, owner, areas } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const area = useEnterGoesOn();
  return (
    <CommandForm id="key" className="keying">
      {/* The first button is the one that Enter presses without script: it keeps nothing. */}
      <button type="submit" className="vh" tabIndex={-1} name="intent" value="look">
        {t('sheets.key.look')}
      </button>
      {sheet.personId === null && owner !== null ? (
        <input type="hidden" name="personId" value={owner.personId} />
      ) : null}
      <div ref={area} className="keying">
        {keyedFields(sheet.form.body).map((field) => (
          <KeyedInput key={field.path} field={field} areas={areas} />
        ))}
        <p>
          <SubmitButton intent="key">{t('sheets.key.keep')}</SubmitButton>
        </p>
      </div>
    </CommandForm>
  );
}

function SetAsideForm() {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('sheets.aside.title')}</h2>
      <CommandForm id="aside" className="inline">
        <div className="actions">
          {SetAside.options.map((as) => (
            <SubmitButton key={as} kind="plain" intent={as}>
              {t(`sheets.setAside.${as}`)}
            </SubmitButton>
          ))}
        </div>
      </CommandForm>
    </section>
  );
}

function NothingToKey() {
  const { sheet } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  return (
    <Notice kind={sheet.state === 'differing' ? 'warning' : 'info'}>
      <p>
        {t(sheet.isOwnKeying && sheet.state === 'keyed' ? 'sheets.work.other_keys' : `sheets.became.${sheet.state}`)}
      </p>
      {sheet.mayDecide ? (
        <p className="actions">
          <ButtonLink to={href(`/work/sheets/${sheet.code}/decide`)} kind="action">
            {t('sheets.work.decide')}
          </ButtonLink>
        </p>
      ) : null}
    </Notice>
  );
}

/** Typing in what stands on one sheet, by keys alone. */
export default function KeySheetPage() {
  const { sheet, owner, allAreas } = useLoaderData<typeof loader>();
  const { t, text } = usePage();
  const answer = useActionData<unknown>();
  const mayKey = sheet.turn !== null && !(sheet.turn === 2 && sheet.isOwnKeying);
  const isOpen = sheet.turn !== null || sheet.state === 'differing';
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/sheets', label: t('sheets.work.title') }]} />
      <PageTitle
        title={text(sheet.form.title).text}
        eyebrow={<Bdi latin>{sheet.code}</Bdi>}
        lead={mayKey ? <p>{t(sheet.turn === 1 ? 'sheets.key.lead' : 'sheets.key.lead_again')}</p> : null}
      />
      {mayKey ? (
        <>
          <WhoseSheet
            owner={owner}
            isFixed={sheet.personId !== null || sheet.turn === 2}
            found={isFound(answer) ? answer : null}
            areas={allAreas}
          />
          <p>{t('sheets.key.how')}</p>
          <Fields />
        </>
      ) : (
        <NothingToKey />
      )}
      {isOpen ? <SetAsideForm /> : null}
    </>
  );
}
