import { Bdi, DateText, usePage } from '@qantara/ui';
import type { RoleRequest } from '../../contract/index.ts';
import { RequestState } from './RequestState.tsx';
import { requestTitle } from './request-title.ts';

/** What was asked for, by whom, and who stood behind it: newest first. */
export function RequestHistory({ requests }: { requests: readonly RoleRequest[] }) {
  const page = usePage();
  const { t } = page;
  return (
    <ul className="role-history">
      {requests.map((one) => (
        <li key={one.requestId}>
          <Bdi>{requestTitle(page, one)}</Bdi> <RequestState state={one.state} /> <DateText value={one.askedAt} />
          <br />
          <small>
            {t('identity.requests.asked_by')} <Bdi>{one.askedBy.displayName}</Bdi>
            {one.answeredBy === null ? null : (
              <>
                <br />
                {t('identity.requests.answered_by')} <Bdi>{one.answeredBy.displayName}</Bdi>
              </>
            )}
          </small>
        </li>
      ))}
    </ul>
  );
}
