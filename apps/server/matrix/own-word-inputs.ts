/** What a person writes, says of the help, and takes back; and what whoever looks after them answers. */
export function ofOwnWords({
  personId,
  referralId,
}: {
  personId: string;
  referralId: string;
}): Record<string, Record<string, unknown>> {
  return {
    'GET /my-request/messages': {},
    'POST /my-request/messages': { words: 'x' },
    'GET /people/:personId/messages': { personId },
    'POST /people/:personId/messages': { personId, words: 'x' },
    'POST /people/:personId/messages/read': { personId },
    'GET /messages/unread': {},
    'GET /my-request/:referralId/words': { referralId },
    'POST /my-request/:referralId/words': { referralId, words: 'x' },
    'POST /my-request/withdraw': { referralId, reasonCode: 'no_longer_needed' },
  };
}
