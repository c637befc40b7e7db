import { Agent, request } from 'undici';

/** By undici, as the platform itself asks the engine: with fetch the engine's answers wait 40 ms for an acknowledgement. */
const agent = new Agent({ pipelining: 1 });

export async function post(url: string, token: string | undefined, body: object): Promise<any> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const { body: answer } = await request(url, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
    dispatcher: agent,
  });
  return answer.json();
}
