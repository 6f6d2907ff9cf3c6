import { isRouteErrorResponse } from 'react-router';

/** The kinds of failure that people are told apart. */
export type ErrorKind = 'signed_out' | 'forbidden' | 'not_found' | 'too_many' | 'refused' | 'broken';

const KINDS: Record<number, ErrorKind> = {
  401: 'signed_out',
  403: 'forbidden',
  404: 'not_found',
  409: 'refused',
  422: 'refused',
  429: 'too_many',
  503: 'refused',
};

/** Which page tells of an error, and the code of the refusal behind it when there is one. */
export function errorKind(error: unknown): {
  kind: ErrorKind;
  code: string | null;
  values: Record<string, string | number>;
} {
  if (!isRouteErrorResponse(error)) return { kind: 'broken', code: null, values: {} };
  const kind = KINDS[error.status] ?? 'broken';
  const about: unknown = error.data;
  const hasCode = typeof about === 'object' && about !== null && 'code' in about && typeof about.code === 'string';
  if (!hasCode) return { kind, code: null, values: {} };
  const { code, values } = about as { code: string; values?: Record<string, string | number> };
  return { kind, code, values: values ?? {} };
}
