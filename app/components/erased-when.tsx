import { When } from './when.tsx';

/** The last time words of a write-up were erased for good. */
export interface LastErasure {
  at: Date;
  /** When they had left Soak's own files too; null while that is to come. */
  sweptAt: Date | null;
}

/** Quietly, what was erased when, and whether it has left Soak's own files. */
export const ErasedWhen = ({ last, now }: { last: LastErasure; now: Date }) => (
  <>
    Words were erased for good on <When at={last.at} now={now} />.{' '}
    {last.sweptAt ? (
      <>
        They left Soak’s own files and dumps on <When at={last.sweptAt} now={now} />.
      </>
    ) : (
      'They leave Soak’s own files and dumps within the hour.'
    )}
  </>
);
