import sans from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url';
import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2?url';
import type { LinkDescriptor } from 'react-router';

/** The two faces every page is set in, asked for before the styles are read: words do not change their shape while one reads. */
export const facePreloads: LinkDescriptor[] = [serif, sans].map((href) => ({
  rel: 'preload',
  as: 'font',
  type: 'font/woff2',
  href,
  crossOrigin: 'anonymous',
}));
