import { type Actor, mayInWorkspace } from './permissions.ts';

/** P9: what a token can be for. What it may do in fact is never more than its owner may at that moment. */
export type TokenScope = 'read' | 'write' | 'metrics';

/** What is offered when a token is made: to read, to read and write, or the server's figures alone. */
export const TOKEN_KINDS = ['read', 'write', 'metrics'] as const;
export type TokenKind = (typeof TOKEN_KINDS)[number];

/** A token's life, in days; there is none without an end. */
export const TOKEN_DAYS = [7, 30, 90, 365] as const;
export const MOST_TOKENS = 20;

export const scopesOf = (kind: TokenKind): TokenScope[] => (kind === 'write' ? ['read', 'write'] : [kind]);

/** Whether this person may hold a token of a scope, now; asked when it is made and each time it is used. */
export const mayHold = (actor: Actor, scope: TokenScope): boolean =>
  scope === 'metrics' ? mayInWorkspace(actor, 'administer') : mayInWorkspace(actor, 'sign in');

/** Whether a token with these scopes opens what asks for `wanted`. */
export const opens = (actor: Actor, scopes: readonly TokenScope[], wanted: TokenScope): boolean =>
  scopes.includes(wanted) && mayHold(actor, wanted);
