import { createHash } from 'node:crypto';
import { asId, type ReviewId } from '#domain/ids.ts';

/** The five example reviews have the same ids in every demo, so that they can name one another. */
export const REVIEWS = {
  wrongHost: asId<ReviewId>('a1f0c3d2-7b14-4e5a-9c66-3d2f10a8b7e1'),
  twoCoasts: asId<ReviewId>('b2e94f70-1c3d-4d88-8a25-6f0e97c4d513'),
  imagesGone: asId<ReviewId>('c37d5a18-94e6-4b0f-b1d9-08a2f6e3c754'),
  certificate: asId<ReviewId>('d4806be3-2f59-4c17-a7e0-91b3d5f2c886'),
  evacuation: asId<ReviewId>('e59b17f4-60ca-4938-95dd-7c14a0e8f2b3'),
};

/** One fixed v4-shaped UUID for each name: the demo is the same wherever it runs. */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(`soak demo: ${name}`).digest('hex');
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
