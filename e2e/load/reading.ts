import http from 'node:http';
import { EXAMPLE_REVIEW, MIDDLING_REVIEW, signedIn } from './example.ts';
import { type Figure, percentile } from './figure.ts';

const TIMES = 200;

/** The longest example's scripts as they travel, and how soon the first byte of its page and of a middling one comes. */
export async function measureReading(origin: string): Promise<Figure[]> {
  const cookie = await signedIn(origin, 'grace');
  const page = pageOf(origin, EXAMPLE_REVIEW);
  return [
    await measureScripts('the reading page', page, cookie, 200),
    await measureFirstByte(pageOf(origin, MIDDLING_REVIEW), cookie),
    await measureFirstByte(page, cookie),
  ];
}

/** A page's scripts as they travel to a browser: in Brotli. */
export async function measureScripts(
  what: string,
  page: string,
  cookie: string,
  limit: number,
): Promise<Figure> {
  const { body } = await get(page, cookie);
  const scripts = [
    ...new Set([...body.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map((found) => found[1])),
  ];
  let bytes = 0;
  for (const script of scripts) bytes += (await get(new URL(script ?? '', page).href, cookie)).bytes;
  return {
    what: `scripts of ${what}, compressed (${scripts.length} files)`,
    limit,
    measured: bytes / 1000,
    unit: 'kB',
  };
}

async function measureFirstByte(page: string, cookie: string): Promise<Figure> {
  const { body } = await get(page, cookie);
  const words = body.replace(/<(script|style)[\s\S]*?<\/\1>|<[^>]+>/g, ' ').split(/\s+/).length;
  const waits: number[] = [];
  for (let time = 0; time < TIMES; time++) waits.push((await get(page, cookie)).firstByteMs);
  return {
    what: `first byte of a page of about ${Math.round(words / 100) * 100} words, p95 of ${TIMES}`,
    limit: 60,
    measured: percentile(waits, 0.95),
    unit: 'ms',
  };
}

const pageOf = (origin: string, review: string) => `${origin}/reviews/${review}`;

interface Answer {
  /** As text where it came uncompressed. */
  body: string;
  bytes: number;
  firstByteMs: number;
}

function get(url: string, cookie: string): Promise<Answer> {
  const compressed = url.endsWith('.js');
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const headers = { cookie, 'accept-encoding': compressed ? 'gzip, deflate, br' : 'identity' };
    http
      .get(url, { headers }, (response) => {
        let firstByteMs = Number.NaN;
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => {
          if (chunks.length === 0) firstByteMs = performance.now() - began;
          chunks.push(chunk);
        });
        response.on('end', () => {
          const all = Buffer.concat(chunks);
          resolve({ body: compressed ? '' : all.toString(), bytes: all.length, firstByteMs });
        });
      })
      .on('error', reject);
  });
}
