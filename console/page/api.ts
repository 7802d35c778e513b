/** Questions to the server. Promise: what goes wrong comes out as an error in plain words. */

export type Query = Readonly<Record<string, string | null>>;

export async function ask<T>(path: string, query: Query = {}): Promise<T> {
  return read(await reach(addressOf(path, query), {}));
}

export function addressOf(path: string, query: Query): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== null);
  return `/api/${path}?${new URLSearchParams(given)}`;
}

export async function upload(file: File): Promise<{ readonly key: string }> {
  const query = new URLSearchParams({ name: file.name });
  const headers = { 'x-wirefold-console': '1', 'content-type': 'application/octet-stream' };
  return read(await reach(`/api/upload?${query}`, { method: 'POST', body: file, headers }));
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (cause) {
    throw new Error('Wirefold does not answer. Is it still running? Start it again, then reload this page.', { cause });
  }
}

async function read<T>(response: Response): Promise<T> {
  const answer = await response.json();
  if (typeof answer.problem === 'string') throw new Error(answer.problem);
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return answer;
}
