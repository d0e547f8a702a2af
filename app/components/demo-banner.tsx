import { IconHourglassHigh } from '@tabler/icons-react';
import { Form, useLocation } from 'react-router';
import { Icon } from './icon.tsx';
import { useRoot } from './use-root.ts';
import './demo-banner.css';

/** Says on every page but the room that this is the demo, and lets its clock run ahead to the end of a soak. */
export function DemoBanner() {
  const root = useRoot();
  const { pathname } = useLocation();
  if (!root?.demo || pathname.startsWith('/meetings/')) return null;
  // on a review's own pages its own; elsewhere each that soaks
  const here = root.soaks.filter((soak) => pathname.includes(soak.review));
  const soaks = here.length > 0 ? here : root.soaks;
  return (
    <aside className="demo-banner" aria-label="About this demo">
      <span>
        A demo on this machine.{' '}
        <span className="wide">Its reviews retell public incidents or are invented.</span>
      </span>
      {soaks.map((soak) => (
        <Form key={soak.review} method="post" action="/demo/let-the-soak-pass" reloadDocument>
          <input type="hidden" name="review" value={soak.review} />
          <span>
            <i>{soak.title}</i> is soaking.
          </span>
          <button type="submit" className="link">
            <Icon of={IconHourglassHigh} /> Let the soak pass
            {soaks.length > 1 && <span className="sr"> of {soak.title}</span>}
          </button>
        </Form>
      ))}
    </aside>
  );
}
