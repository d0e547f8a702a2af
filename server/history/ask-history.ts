import { data } from 'react-router';

/** What the history thread answers; where too many ask at once, or it is too long, a sentence instead. */
export async function askHistory<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && error.name === 'HistoryBusy')
      throw data('Many people are looking at old versions at this moment. Try again in a minute.', {
        status: 503,
      });
    if (error instanceof Error && error.name === 'HistoryTooLong')
      throw data('The history of this write-up has grown too long to be put together here.', { status: 503 });
    throw error;
  }
}
