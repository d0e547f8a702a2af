/** Marks that turn the direction of what follows: with them a title can read as another one. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what goes
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

export const withoutTurns = (text: string): string => text.replace(TURNS, '');

/** A title as everybody should see it: without marks that turn its direction and without control characters. */
export const plainLine = (text: string): string => withoutTurns(text).replace(CONTROLS, '');
