/** The HTTP API of the deployment. Promise: signed questions are answered, unsigned ones refused. */
import { z } from 'zod';
import { readSamples } from '../../infra/local/program/samples.ts';
import { s3 } from './account.ts';
import type { Deployment } from './deployment.ts';
import { ask } from './signed.ts';

const Page = z.object({ items: z.array(z.object({ id: z.string() })) });
const FORBIDDEN = 403;

export async function questions({ outputs }: Deployment): Promise<void> {
  const asked = async (path: string) => {
    const { status, body } = await ask(outputs.ApiUrl, path, s3);
    if (status !== 200) throw new Error(`GET ${path} was answered ${status}: ${JSON.stringify(body)}`);
    return body;
  };
  const [first] = Page.parse(await asked('/articles?limit=3')).items;
  if (first === undefined) throw new Error('the API knows no article');
  for (const path of [
    `/articles/${first.id}`,
    `/articles/${first.id}/copies`,
    '/objects?state=rejected',
    '/openapi.json',
  ])
    await asked(path);
  await asked(`/objects/${readSamples()[0]?.key ?? ''}`);
  const { status } = await ask(outputs.ApiUrl, '/articles', null);
  if (status !== FORBIDDEN) throw new Error(`a question without a signature was answered ${status}`);
}
