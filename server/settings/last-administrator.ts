/** P8, as the person reads it. */
export const LAST_ADMINISTRATOR =
  'This is the last administrator, and somebody has to hold the keys. Make another person an administrator first.';
