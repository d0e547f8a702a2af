/** Ids for tests: 'id1', 'id2', … */
export const countingIds = (): (() => string) => {
  let made = 0;
  return () => {
    made += 1;
    return `id${made}`;
  };
};
