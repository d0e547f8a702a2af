import { IconEye } from '@tabler/icons-react';
import { Drop } from '#app/components/drop.tsx';
import { Tick } from '#app/components/field.tsx';
import { FINDING_WORD, FindingMark } from '#app/components/finding-mark.tsx';
import { Icon } from '#app/components/icon.tsx';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';

/** Any part or finding of the write-up, looked at without moving anybody else; those who steer can then light it. */
export function LookAt() {
  const { writeUp } = useRoom();
  const { view } = useRoomUi();
  if (writeUp.sections.length + writeUp.findings.length === 0) return null;
  return (
    <Drop
      summary={
        <span className="linkish quiet">
          <Icon of={IconEye} size={15} />
          Look around
        </span>
      }
    >
      <ul className="look-at">
        {writeUp.sections.map((section) => (
          <li key={section.id}>
            <button
              type="button"
              className="item"
              onClick={() => view.open({ type: 'section', id: section.id, section: null })}
            >
              {section.title || 'A part without a title'}
            </button>
          </li>
        ))}
        {writeUp.findings.map((finding) => (
          <li key={finding.id}>
            <button
              type="button"
              className="item"
              onClick={() => view.open({ type: 'finding', id: finding.id, section: null })}
            >
              <FindingMark kind={finding.kind} />
              <span className="sr">{FINDING_WORD[finding.kind]}: </span>
              {finding.title || FINDING_WORD[finding.kind]}
            </button>
          </li>
        ))}
      </ul>
      <Tick checked={view.stays} onChange={(event) => view.setStays(event.currentTarget.checked)}>
        Never move my view
      </Tick>
    </Drop>
  );
}
