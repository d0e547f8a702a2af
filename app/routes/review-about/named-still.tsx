import { Form } from 'react-router';
import { Ruled } from '#app/components/page.tsx';

/** P12: somebody has been erased, and words here may still name them. The name itself is kept nowhere. */
export const NamedStill = ({
  places,
}: {
  places: readonly { id: string; place: string; passages: number }[];
}) =>
  places.length > 0 && (
    <>
      <Ruled>Somebody who was erased may still be named here</Ruled>
      <p>Soak no longer knows the name. When it was erased, it stood in:</p>
      <ul>
        {places.map(({ id, place, passages }) => (
          <li key={id}>
            {place}
            {passages > 1 && `, in ${passages} places`}
          </li>
        ))}
      </ul>
      <p>
        Look through them and change what should not name anybody. History keeps what was there, until you
        erase it too.
      </p>
      <Form method="post">
        <input type="hidden" name="intent" value="looked-through" />
        <button type="submit" className="btn">
          I have looked through them
        </button>
      </Form>
    </>
  );
