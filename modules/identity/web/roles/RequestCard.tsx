import {
  Bdi,
  CommandForm,
  ConfirmDialog,
  DateText,
  DescriptionList,
  LocalText,
  SubmitButton,
  TextArea,
  usePage,
} from '@qantara/ui';
import { areaName } from '@qantara/territory/web';
import type { Area } from '@qantara/territory/contract';
import { Link } from 'react-router';
import type { RoleRequest } from '../../contract/index.ts';
import { RequestState } from './RequestState.tsx';
import { requestTitle } from './request-title.ts';
import { RoleDifferenceView } from './RoleDifferenceView.tsx';
import { roleNameOf } from './role-words.ts';

type RequestCardProps = { request: RoleRequest; areas: Area[] };

function Answer({ requestId }: Pick<RoleRequest, 'requestId'>) {
  const { t } = usePage();
  return (
    <div className="actions">
      <CommandForm id={`agree-${requestId}`} className="">
        <input type="hidden" name="requestId" value={requestId} />
        <SubmitButton intent="agree">{t('identity.requests.agree')}</SubmitButton>
      </CommandForm>
      <ConfirmDialog label={t('identity.requests.refuse')} title={t('identity.requests.refuse_title')} kind="danger">
        <CommandForm id={`refuse-${requestId}`}>
          <input type="hidden" name="requestId" value={requestId} />
          <TextArea name="note" label={t('identity.field.note')} rows={3} required />
          <SubmitButton intent="refuse" kind="danger">
            {t('identity.requests.refuse')}
          </SubmitButton>
        </CommandForm>
      </ConfirmDialog>
    </div>
  );
}

function Steps({ request }: { request: RoleRequest }) {
  const { t } = usePage();
  const { requestId, state, isOwn, mayAnswer } = request;
  if (state !== 'asked') return null;
  if (mayAnswer) return <Answer requestId={requestId} />;
  if (!isOwn) return <p>{t('identity.requests.not_yours')}</p>;
  return (
    <CommandForm id={`withdraw-${requestId}`} className="">
      <p>{t('identity.requests.another')}</p>
      <input type="hidden" name="requestId" value={requestId} />
      <SubmitButton intent="withdraw" kind="plain">
        {t('identity.requests.withdraw')}
      </SubmitButton>
    </CommandForm>
  );
}

function Facts({ request, areas }: RequestCardProps) {
  const page = usePage();
  const { t, href } = page;
  const { formerRole, formerRoleName, reason, askedBy, askedAt, expiresAt, account, role, roleName, areaId } = request;
  return (
    <DescriptionList
      dense
      items={[
        ...(account === null
          ? []
          : [
              {
                label: t('identity.field.role'),
                value: <Link to={href(`/roles/${role}`)}>{roleNameOf(page, { role, roleName })}</Link>,
              },
              {
                label: t('identity.requests.former'),
                value: roleNameOf(page, { role: formerRole, roleName: formerRoleName }),
              },
            ]),
        ...(areaId === null
          ? []
          : [{ label: t('field.areaId'), value: <LocalText value={areaName(areas, areaId)} /> }]),
        { label: t('identity.field.reason'), value: reason === '' ? null : <p dir="auto">{reason}</p> },
        { label: t('identity.requests.asked_by'), value: <Bdi>{askedBy.displayName}</Bdi> },
        { label: t('identity.requests.asked_at'), value: <DateText value={askedAt} style="dateTime" /> },
        { label: t('identity.requests.until'), value: <DateText value={expiresAt} style="dateTime" /> },
      ]}
    />
  );
}

/** One request: what it would change, who asked and why, and the word of whoever reads it. */
export function RequestCard({ request, areas }: RequestCardProps) {
  const page = usePage();
  const { t } = page;
  return (
    <li>
      <h3>
        <Bdi>{requestTitle(page, request)}</Bdi> <RequestState state={request.state} />
      </h3>
      <Facts request={request} areas={areas} />
      <RoleDifferenceView
        before={request.formerPermissions}
        after={request.permissions}
        labels={{
          added: t('identity.difference.would_add'),
          removed: t('identity.difference.would_remove'),
          kept: t('identity.difference.stays'),
          same: t('identity.difference.no_change'),
        }}
      />
      <Steps request={request} />
    </li>
  );
}
