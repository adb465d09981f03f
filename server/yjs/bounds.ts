/** What one client, person or document may cost at most. Tests lower some of them. */
export const bounds = {
  /** Bytes of one message; a paste above it is refused by the socket itself (close 1009). */
  message: 1024 * 1024,
  /** Bytes of one document, encoded. Above it text can only be taken away. */
  document: 8 * 1024 * 1024,
  socketsPerPerson: 20,
  documentsPerPerson: 10,
  /** Guests are counted by address, and a whole ministry may sit behind one. */
  socketsPerAddress: 100,
  /** Bytes waiting for a reader. Above it we stop queueing and later send the difference. */
  backlog: 1024 * 1024,
  /** Bytes of a writer's edits waiting for the database. Above it we stop reading from that socket. */
  unstored: 2 * 1024 * 1024,
  /** New client ids that one socket may bring: a page has one, and a second after a rare collision. */
  clientIds: 4,
  /** Bytes of one person's presence (cursor and name). */
  awareness: 4096,
  /** Client ids of people who left that one document remembers. */
  rememberedIds: 5000,
  groupCommitMs: 10,
  awarenessMs: 100,
  /** Presence that only says "still here": y-protocols forgets who is silent for 30 s. */
  renewalMs: 5000,
  pingMs: 20_000,
  /** How long a document without readers stays loaded. */
  graceMs: 10_000,
  compactRows: 500,
  compactBytes: 2 * 1024 * 1024,
  /** Fewer rows than this are not worth a new state when the last reader leaves. */
  compactRowsAtLeave: 20
};
