import { type Invoke, type InvokeAnswer, Problem } from '@qantara/kernel';
import { requestOf } from './request-of.ts';

function pathOf(pointer: string): string {
  return pointer.replace(/^[#/]+/, '').replaceAll('/', '.');
}

async function answerOf(response: Response): Promise<InvokeAnswer> {
  if (response.ok) return { ok: true, value: response.status === 204 ? undefined : await response.json() };
  const type = response.headers.get('content-type') ?? '';
  if (!type.includes('application/problem+json')) throw new Error(`${response.status} from ${response.url}`);
  const problem = Problem.parse(await response.json());
  const fields = problem.errors.map(({ pointer, code, values }) => ({ path: pathOf(pointer), code, values }));
  return { ok: false, code: problem.code, fields, values: problem.values };
}

/** Carries a call from the browser to the server's API. */
export const browserInvoke: Invoke = async (path, input, command) => {
  const { url, init } = requestOf(path, input, command);
  return answerOf(await fetch(url, { ...init, credentials: 'same-origin' }));
};
