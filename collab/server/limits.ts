/** Every duration of the collaboration server, in milliseconds. Tests shorten them. */
export interface Durations {
  /** an append that takes longer counts as failed */
  append: number;
  /** loading tries again for so long while the database is away */
  load: number;
  /** asking who someone is and what they may do */
  judge: number;
  /** how often the log is searched for rows a live document has not seen */
  logPoll: number;
  /** a row of the log this old can no longer commit: the database ends statements sooner */
  lateCommit: number;
  rightsPoll: number;
  /** everyone is judged again so often even if the counter stands still: its use puts a sign-in's end off */
  rejudge: number;
  /** at least so long between two projections of one room */
  projection: number;
  roomHeal: number;
  /** after the last change, and at most, before compaction is asked for */
  compactQuiet: number;
  compactLongest: number;
  /** a socket that says nothing, or never signs in */
  silence: number;
  /** how often every page is asked for a sign of life */
  keepAlive: number;
  /** at least so long between two tellings of one document's faces to other nodes */
  faces: number;
  /** another node unheard for so long is taken for gone, its faces with it */
  nodeSilence: number;
  /** how often settled rows are taken into history's chapters */
  historyKeep: number;
  /** how long closing waits for appends under way */
  drain: number;
}

export const DURATIONS: Durations = {
  append: 3000,
  load: 15_000,
  judge: 5000,
  logPoll: 10_000,
  lateCommit: 30_000,
  rightsPoll: 2000,
  rejudge: 30_000,
  projection: 50,
  roomHeal: 2000,
  compactQuiet: 4000,
  compactLongest: 20_000,
  silence: 60_000,
  keepAlive: 20_000,
  faces: 50,
  nodeSilence: 6000,
  historyKeep: 30_000,
  drain: 4000,
};

/** What one person, connection or document may ask of the server. */
export interface Caps {
  sockets: number;
  socketsPerPerson: number;
  documentsPerSocket: number;
  frameBytes: number;
  frameFragments: number;
  /** an honest fast writer sends 500 */
  messagesPerSecond: number;
  messageBurst: number;
  bytesPerSecond: number;
  byteBurst: number;
  /** structs of one update */
  structs: number;
  /** levels of nested types and of nested values */
  nesting: number;
  /** one struct's length, in clock ticks */
  structLength: number;
  documentBytes: number;
  /** bytes waiting for a reader who does not read */
  unreadBytes: number;
  /** log rows after which compaction is asked for without waiting for quiet */
  logRows: number;
  /** rows one compaction takes in: moving more at once holds up whoever saves, on the embedded database most */
  compactRows: number;
}

const MEBI = 1024 * 1024;

export const CAPS: Caps = {
  sockets: 2000,
  socketsPerPerson: 64,
  documentsPerSocket: 8,
  frameBytes: 2 * MEBI,
  frameFragments: 1000,
  messagesPerSecond: 1000,
  messageBurst: 3000,
  bytesPerSecond: 4 * MEBI,
  byteBurst: 12 * MEBI,
  structs: 200_000,
  nesting: 40,
  structLength: 16 * MEBI,
  documentBytes: 16 * MEBI,
  unreadBytes: 32 * MEBI,
  logRows: 5000,
  compactRows: 2000,
};
