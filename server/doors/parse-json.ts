/** JSON as it came in at a door; null for what is none, which every shape a door knows refuses. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
