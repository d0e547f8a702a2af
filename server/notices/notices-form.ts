import { z } from 'zod';
import { NOTICE_KINDS, NOTICE_MAILS } from '#domain/notices/notice.ts';

const kind = z.enum(NOTICE_KINDS, 'Please choose one of these kinds.');

export const noticesForm = z.discriminatedUnion('intent', [
  z.strictObject({
    intent: z.literal('read'),
    notice: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER),
  }),
  z.strictObject({ intent: z.literal('read-all') }),
  z.strictObject({ intent: z.literal('stop'), kind }),
  z.strictObject({
    intent: z.literal('choose'),
    kind,
    shown: z.literal('on').optional(),
    mail: z.enum(NOTICE_MAILS, 'Please choose one of these.'),
  }),
]);
