import { redirect } from 'react-router';
import { asking } from '#app/context.ts';
import { signedOutCookie } from '#server/people/sign-in-cookie.ts';
import { signOut } from '#server/people/sign-out.ts';
import type { Route } from './+types/route';

/** Somebody who typed the address: leaving takes a press, a link changes nothing. */
export const loader = () => redirect('/');

export async function action({ context }: Route.ActionArgs) {
  const { app, person } = asking(context);
  if (person) await signOut(app, person);
  return redirect('/sign-in', { status: 303, headers: { 'Set-Cookie': signedOutCookie(app.origin) } });
}
