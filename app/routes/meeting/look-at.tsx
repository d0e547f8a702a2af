import { IconEye } from '@tabler/icons-react';
import { Drop } from '#app/components/drop.tsx';
import { Tick } from '#app/components/field.tsx';
import { FINDING_WORD, FindingMark } from '#app/components/finding-mark.tsx';
import { Icon } from '#app/components/icon.tsx';
import { MOMENT_WORD, MomentMark } from '#app/components/moment-mark.tsx';
import { momentsOpen } from '#domain/meeting/hindsight.ts';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';
import { wordsFor } from './target-words.ts';
import { momentNow } from './walk.ts';

/**
 * Any part or finding of the write-up, and its moments as far as the group has come, looked at without moving anybody else; those who
 * steer have all moments, and can then light one.
 */
export function LookAt() {
  const { writeUp, room, own, momentZone } = useRoom();
  const { view, walked } = useRoomUi();
  const here = room.current && momentNow(room.current, writeUp, walked);
  const moments = own.actor.steers ? writeUp.moments : momentsOpen(writeUp.moments, room, here?.id ?? null);
  const kept = writeUp.moments.length - moments.length;
  if (writeUp.sections.length + writeUp.findings.length + writeUp.moments.length === 0) return null;
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
        {moments.map((moment) => (
          <li key={moment.id}>
            <button
              type="button"
              className="item"
              onClick={() => view.open({ type: 'moment', id: moment.id, section: null })}
            >
              <MomentMark kind={moment.kind} />
              <span className="sr">{MOMENT_WORD[moment.kind]}: </span>
              {wordsFor({ type: 'moment', moment }, momentZone)}
            </button>
          </li>
        ))}
      </ul>
      {kept > 0 && <p className="small quietly">Later moments come here as the group walks on.</p>}
      <Tick checked={view.stays} onChange={(event) => view.setStays(event.currentTarget.checked)}>
        Never move my view
      </Tick>
    </Drop>
  );
}
