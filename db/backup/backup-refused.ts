/** A backup or a restore that cannot be; the message is one sentence or two for whoever asked for it. */
export class BackupRefused extends Error {
  override name = 'BackupRefused';
}
