import { requirePerson } from '#app/context.ts';
import type { Route } from './+types/route';

export function loader({ context, request }: Route.LoaderArgs) {
  const { person } = requirePerson(context, request);
  return { name: person.name };
}

export default function Home({ loaderData }: Route.ComponentProps) {
  return <main id="main">{loaderData.name}</main>;
}
