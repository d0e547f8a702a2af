import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { roomAnswer } from './answer-body.ts';

const state = { title: 'é '.repeat(1_000) };

test('[M4] one state is one body for all who get it, compressed for those who take it', async () => {
  const said = JSON.stringify({ rev: 3, state });
  for (const accepts of ['gzip', 'br, gzip;q=0.5', 'deflate,gzip , br', 'GZIP']) {
    const answer = roomAnswer({ rev: 3, state }, { status: 200, accepts });
    expect(answer.headers.get('content-encoding'), accepts).toBe('gzip');
    expect(gunzipSync(await answer.arrayBuffer()).toString()).toBe(said);
  }
  for (const accepts of [null, '', 'br', 'gzip;q=0', 'gzip; q=0.0, br', 'xgzip']) {
    const answer = roomAnswer({ rev: 3, state }, { status: 409, accepts });
    expect(answer.headers.get('content-encoding'), String(accepts)).toBeNull();
    expect([answer.status, await answer.text()]).toEqual([409, said]);
  }
  const small = roomAnswer({ rev: 3, state: {} }, { status: 200, accepts: 'gzip' });
  expect(await small.text()).toBe('{"rev":3,"state":{}}');
});
