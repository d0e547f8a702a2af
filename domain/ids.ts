/** Ids are UUID strings that cannot be mistaken for one another. Made by `Random.uuid()`, read from rows, or parsed at a door. */
declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

export type PersonId = Id<'person'>;
export type TeamId = Id<'team'>;
export type SystemId = Id<'system'>;
export type ReviewId = Id<'review'>;
export type MeetingId = Id<'meeting'>;
export type StageId = Id<'stage'>;
export type MessageId = Id<'message'>;
export type UploadId = Id<'upload'>;

/** Names the kind of an id whose form has been checked at a door, or that a generator has just made. */
export const asId = <T extends Id<string>>(value: string): T => value as T;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** True for a lower-case UUID, the only form an id takes in a URL, a row or a document. */
export const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);
