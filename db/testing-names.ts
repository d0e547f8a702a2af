/** What the names of one run's databases begin with. @param scratch the run's folder */
export const databasesOf = (scratch: string): string =>
  `soak_${scratch
    .slice(-6)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '0')}_`;
