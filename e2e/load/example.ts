import { DEMO_PASSWORD } from '#server/demo/demo-people.ts';

/** The longest of the example reviews, whose meeting is about to start. */
export const EXAMPLE_REVIEW = 'a1f0c3d2-7b14-4e5a-9c66-3d2f10a8b7e1';

/** An example of about the length that people write. */
export const MIDDLING_REVIEW = 'b2e94f70-1c3d-4d88-8a25-6f0e97c4d513';

/** Signs a demo person in and gives the Cookie header. */
export async function signedIn(origin: string, name: string): Promise<string> {
  const answer = await fetch(`${origin}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ email: `${name}@demo.test`, password: DEMO_PASSWORD }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error(`${name} could not sign in: ${answer.status}`);
  return cookie;
}

/** The first meeting of the example review. */
export async function exampleMeeting(origin: string, cookie: string): Promise<{ id: string; rev: number }> {
  const answer = await fetch(`${origin}/api/v1/reviews/${EXAMPLE_REVIEW}`, { headers: { cookie } });
  const { meetings } = (await answer.json()) as { meetings: { id: string; rev: number }[] };
  const [meeting] = meetings;
  if (!meeting) throw new Error('The example review has no meeting');
  return meeting;
}

/** Name of the example review's write-up among the shared documents. */
export async function exampleDocument(origin: string, cookie: string): Promise<string> {
  const answer = await fetch(`${origin}/api/v1/reviews/${EXAMPLE_REVIEW}`, { headers: { cookie } });
  const { documents } = (await answer.json()) as { documents: { name: string }[] };
  const [document] = documents;
  if (!document) throw new Error('The example review has no document');
  return document.name;
}
