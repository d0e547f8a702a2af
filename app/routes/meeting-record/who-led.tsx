import { Ruled } from '#app/components/page.tsx';
import { When } from '#app/components/when.tsx';
import type { LeadChange } from '#domain/meeting/around/lead-changes.ts';

const STEP: Record<LeadChange['step'], (change: LeadChange) => string> = {
  'took over': ({ by, to }) => `${by} took over${to ? ` from ${to}` : ''}`,
  'handed over': ({ by, to }) => (by ? `${by} handed over to ${to}` : `${to} led from then on`),
  'handed back': ({ by, to }) => (by === to ? `${by} took the lead back` : `${by} handed back to ${to}`),
};

/** Take-overs and handovers, in their order (M17). Most meetings have none. */
export const WhoLed = ({ leads }: { leads: readonly LeadChange[] }) =>
  leads.length === 0 ? null : (
    <section>
      <Ruled>Who led</Ruled>
      <ul className="kept">
        {leads.map((change, place) => (
          <li key={`${place} ${change.at}`}>
            {STEP[change.step](change)}
            {change.at && (
              <small>
                at <When at={change.at} as="time" />
              </small>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
