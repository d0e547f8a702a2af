/** The part of a real IMAP server for tests that we use; it comes without types. */
declare module 'hoodiecrow-imap' {
  interface Mailbox {
    messages: unknown[];
  }
  interface ImapServer {
    server: import('node:net').Server;
    getMailbox(path: string): Mailbox;
    appendMessage(mailbox: string, flags: string[], internalDate: Date | false, raw: string): void;
    listen(port: number, host: string, done: () => void): void;
    close(done?: () => void): void;
  }
  export default function hoodiecrow(options: {
    plugins?: string[];
    storage: Record<string, { messages?: { raw: string }[] }>;
    users?: Record<string, { password: string }>;
  }): ImapServer;
}
