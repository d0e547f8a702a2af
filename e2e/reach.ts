/** An answer of the program, read whole. */
export interface Reached {
  status: number;
  headers: Headers;
  text: string;
  json(): unknown;
}

export interface Reach extends RequestInit {
  cookie?: string;
  /** Sent unless the test gives its own or `null` for none. */
  origin?: string | null;
}

/** One request to a door of the program, as another program would make it. Redirects are answers here, not followed. */
export async function reach(
  program: string,
  path: string,
  { cookie, origin, ...init }: Reach = {},
): Promise<Reached> {
  const headers = new Headers(init.headers);
  if (cookie) headers.set('Cookie', cookie);
  const from = origin === undefined ? program : origin;
  if (from !== null) headers.set('Origin', from);
  const ask = () => fetch(new URL(path, program), { redirect: 'manual', ...init, headers });
  // a kept connection may be closed by its server just as it is used again; a browser then asks once more, and so do we
  const answer = await ask().catch(ask);
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, json: () => JSON.parse(text) };
}
