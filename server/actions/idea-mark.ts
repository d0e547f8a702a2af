import { createHash } from 'node:crypto';
import { type AsRead, asItStands } from '#domain/action-session/as-it-stands.ts';

/** By which a command says what it was made upon: short, and another once decision, item or facts have changed. */
export const markOf = (idea: AsRead): string =>
  createHash('sha256').update(asItStands(idea)).digest('hex').slice(0, 16);
