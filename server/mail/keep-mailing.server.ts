import type { Alone } from '#db/alone.ts';
import { forgetFeedChanges } from '#db/calendar-feeds.ts';
import { forgetLetters } from '#db/mail-outbox.ts';
import { forgetNotices } from '#db/notices.ts';
import { DAY, MINUTE } from '#domain/soak/wall-clock.ts';
import type { App } from '../app.ts';
import { TOLD_AT_ONCE, tellOfChanges } from '../calendar/tell-of-changes.ts';
import { queueDigests } from '../notices/send-digests.ts';
import { queueSoakMails } from '../soak/soak-mails.ts';
import { LETTERS_AT_ONCE, mailServer } from './mail-server.server.ts';
import { sendDueLetters } from './send-due-letters.ts';

const LOOK_MS = 3_000;
const KEPT_DAYS = 30;
const NOTICES_DAYS = 90;
const FEED_CHANGES_KEPT = 100;

/**
 * N1, N4: every few seconds, on one node at a time, what has changed is told and what is due is sent; no request waits for either.
 * Without a mail server calendars are kept up to date all the same. @returns how to stop
 */
export function keepMailing(
  app: App,
  { smtp, alone }: { smtp: { url: string; from: string } | null; alone: Alone },
): { stop(): Promise<void> } {
  const server = smtp && mailServer(smtp);
  const outage = { inARow: 0 };
  let forgotAt = 0;
  let toldOffAt = 0;
  let isStopping = false;
  const failing = new Set<string>();
  let running: Promise<void> | null = null;
  let sent: Promise<void> | null = null;

  const goOn = () => !isStopping;
  const tell = async () => {
    while (goOn() && (await tellOfChanges(app, goOn)) === TOLD_AT_ONCE);
    const now = app.clock.now().getTime();
    if (isStopping || now - toldOffAt < DAY) return;
    await forgetNotices(app.db, new Date(now - NOTICES_DAYS * DAY));
    await forgetFeedChanges(app.db, FEED_CHANGES_KEPT);
    toldOffAt = now;
  };
  let digestsAt = 0;
  const digest = async () => {
    const now = app.clock.now().getTime();
    if (now - digestsAt < MINUTE) return;
    digestsAt = now;
    await queueDigests(app);
    await queueSoakMails(app);
  };
  const send = async () => {
    if (!server) return;
    await digest();
    while (goOn() && (await sendDueLetters(app, server, { outage, atOnce: LETTERS_AT_ONCE, goOn })) > 0);
    const now = app.clock.now().getTime();
    if (isStopping || now - forgotAt < DAY) return;
    forgotAt = now;
    await forgetLetters(app.db, new Date(now - KEPT_DAYS * DAY));
  };
  const guarded = (task: string, work: () => Promise<void>) =>
    alone(task, work).then(
      () => {
        failing.delete(task);
      },
      (error) => {
        if (!failing.has(task) && !isStopping) app.log.error(task, error);
        failing.add(task);
      },
    );
  // a server that answers slowly holds up letters, never the telling
  const look = () => {
    running ??= guarded('tell of changes', tell).finally(() => {
      running = null;
    });
    if (server)
      sent ??= guarded('send letters', send).finally(() => {
        sent = null;
      });
  };
  const timer = setInterval(look, LOOK_MS);
  timer.unref();
  return {
    async stop() {
      isStopping = true;
      clearInterval(timer);
      await running;
      server?.close();
      await Promise.race([sent, new Promise((resolve) => setTimeout(resolve, 2_000).unref())]);
    },
  };
}
