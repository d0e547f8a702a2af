/** What happens in the collaboration server, told as it happens to whoever counts. Figures and fixed words alone: no names, no content. */
export interface Measures {
  /** An edit waited so long for its commit. */
  appended(milliseconds: number): void;
  /** Something a client sent was not taken; by the name of a close reason, or "read-only". */
  refused(reason: string): void;
  /** Words typed into what somebody else was taking away, offered back to their author (D13). */
  rescued(count: number): void;
  /** Rows of the log that other nodes have written, by how they were found here. */
  found(way: 'told' | 'looked', rows: number): void;
}

export const NO_MEASURES: Measures = {
  appended: () => {},
  refused: () => {},
  rescued: () => {},
  found: () => {},
};

/** How things stand at this moment. */
export interface Gauges {
  connections: { collab: number; yjs: number };
  documents: { 'write-up': number; room: number };
  /** edits that wait for their commit */
  waitingEdits: number;
  /** connections with an edit that waits for its commit */
  unsavedConnections: number;
  /** documents that wait for their compaction, the one under way among them */
  waitingCompactions: number;
  /** log rows of open documents that no snapshot holds yet */
  looseRows: number;
  /** whether other nodes can be told; null where this program is alone */
  relayIsUp: boolean | null;
}
