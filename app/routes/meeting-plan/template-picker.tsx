import { IconX } from '@tabler/icons-react';
import { Icon } from '#app/components/icon.tsx';
import { LONGEST_TEMPLATE_NAME } from '#domain/meeting/templates.ts';
import type { TemplateChoice } from '#server/meetings/templates.ts';

/** Where a plan begins. A press drafts the agenda anew from it and from the write-up; what else was typed stays. */
export const TemplatePicker = ({ templates }: { templates: readonly TemplateChoice[] }) => (
  <fieldset className="templates">
    <legend className="label">Begin from</legend>
    <ul>
      {templates.map(({ id, name, minutes, says, mayForget }) => (
        <li key={id}>
          <button type="submit" name="press" value={`template:${id}`} formNoValidate>
            <b>{name}</b>
            <span>
              {minutes} min. {says}
            </span>
          </button>
          {mayForget && (
            <button
              type="submit"
              className="btn small quiet"
              name="press"
              value={`forget:${id}`}
              aria-label={`Take away the template: ${name}`}
              formNoValidate
            >
              <Icon of={IconX} />
            </button>
          )}
        </li>
      ))}
    </ul>
  </fieldset>
);

/** For the next plans of everyone here. */
export const KeepAsTemplate = ({ said, refused }: { said: string | null; refused: string | undefined }) => (
  <details className="keep-template" open={refused !== undefined || said !== null}>
    <summary>
      <span className="link">Keep this agenda as a template</span>
    </summary>
    <div className="field">
      <label htmlFor="template-name">What it is called</label>
      <span className="hint">
        Stages, minutes and questions are kept for everyone who plans meetings here. What they show, notes and
        people are not.
      </span>
      <input id="template-name" className="input" name="templateName" maxLength={LONGEST_TEMPLATE_NAME} />
      <button type="submit" className="btn small" name="press" value="keep-template" formNoValidate>
        Keep it
      </button>
      <p role="status" className={refused ? 'refusal' : 'small'}>
        {refused ?? said}
      </p>
    </div>
  </details>
);
