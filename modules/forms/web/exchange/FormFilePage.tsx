import { LOCALES } from '@qantara/kernel';
import { apiOf } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import { ExchangeFormat, formsRoutes } from '../../contract/index.ts';

/** A version of a form as a file, its first language being that of the page. */
export async function loader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  const format = ExchangeFormat.options.find((one) => one === params['format']) ?? 'xlsform';
  const language = LOCALES.find((locale) => locale === params['locale']) ?? 'ar';
  const of = { formCode: params['formCode'] ?? '', version: Number(params['version'] ?? 0) };
  const file = await apiOf(context, formsRoutes).exportForm({ ...of, format, language });
  return new Response(Buffer.from(file.content, 'base64'), {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename="${file.fileName}"`,
    },
  });
}
