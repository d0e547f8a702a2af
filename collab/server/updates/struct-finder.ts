import type { Id, ParsedStruct, ParsedUpdate } from './parse-update.ts';

/** Finds the struct of an update that holds an id; what the update skips over holds nothing. Expects each client once. */
export const structFinder = (update: ParsedUpdate): ((id: Id) => ParsedStruct | undefined) => {
  let byClient: Map<number, ParsedStruct[]> | null = null;
  return ({ client, clock }) => {
    // a keystroke asks for nothing of its own update
    byClient ??= Map.groupBy(
      update.structs.filter(({ kind }) => kind !== 'skip'),
      (struct) => struct.client,
    );
    const structs = byClient.get(client) ?? [];
    let low = 0;
    let high = structs.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const struct = structs[middle];
      if (!struct || struct.clock > clock) high = middle - 1;
      else if (struct.clock + struct.length <= clock) low = middle + 1;
      else return struct;
    }
    return undefined;
  };
};
