import { Tick } from './field.tsx';

/** How whoever becomes the analyst stands to what happened: asked, never taken for granted. */
export const StanceFields = ({ given }: { given: Readonly<Record<string, string>> }) => (
  <fieldset className="field">
    <legend>How you stand to it</legend>
    <span className="hint">People tell more to an analyst without a stake. It is shown, never judged.</span>
    <Tick name="wasInvolved" defaultChecked={given.wasInvolved === 'on'}>
      I was involved
    </Tick>
    <Tick name="leadsInvolved" defaultChecked={given.leadsInvolved === 'on'}>
      I lead people who were
    </Tick>
  </fieldset>
);
