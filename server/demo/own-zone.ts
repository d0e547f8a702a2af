/** This machine's zone: whoever looks at the demo sits in front of it. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
