import { data } from 'react-router';

/** "Not yours" and "not there" are this one answer (P2). `throw notFound()`. */
export const notFound = () => data(null, { status: 404 });

/** May see, may not do this. `throw forbidden('a sentence')`. */
export const forbidden = (sentence: string) => data(sentence, { status: 403 });

/** It was theirs to read and lies in the bin. */
export const gone = () =>
  data('This review lies in the bin. One of its analysts can take it out again.', { status: 410 });
