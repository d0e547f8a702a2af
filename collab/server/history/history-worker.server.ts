import { parentPort } from 'node:worker_threads';
import { answerAsk, type HistoryAsk } from './answer-ask.ts';

// Putting versions together takes as long as the document is long: here it blocks nobody.
parentPort?.on('message', (asked: HistoryAsk) => {
  try {
    parentPort?.postMessage({ answer: answerAsk(asked) });
  } catch (error) {
    parentPort?.postMessage({ failure: error instanceof Error ? error.message : String(error) });
  }
});
