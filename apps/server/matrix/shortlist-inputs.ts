type Input = Record<string, unknown>;
type Listed = { personId: string; serviceId: string; shortlistId: string };

/** The routes of lists of services for one person. */
export function ofShortlists({ personId, serviceId, shortlistId }: Listed): Record<string, Input> {
  const list = { personId, shortlistId };
  const path = '/people/:personId/shortlists';
  return {
    'GET /favourites': {},
    'POST /favourites': { serviceId, isFavourite: true },
    [`GET ${path}`]: { personId },
    [`POST ${path}`]: { personId, locale: 'ar' },
    [`GET ${path}/:shortlistId`]: list,
    [`POST ${path}/:shortlistId`]: { ...list, locale: 'fr' },
    [`POST ${path}/:shortlistId/items`]: { ...list, serviceId },
    [`POST ${path}/:shortlistId/items/:serviceId`]: { ...list, serviceId, step: 'note' },
    [`POST ${path}/:shortlistId/share`]: list,
    [`POST ${path}/:shortlistId/unshare`]: list,
    'POST /shortlists/open': { token: 'x'.repeat(43) },
  };
}
