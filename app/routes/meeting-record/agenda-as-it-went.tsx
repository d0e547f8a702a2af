import { IconCheck } from '@tabler/icons-react';
import { Icon } from '#app/components/icon.tsx';
import { Ruled } from '#app/components/page.tsx';
import type { MeetingRecord } from '#domain/meeting/record.ts';

/** What was planned and what it took; what was not reached stays as that (M19). */
export const AgendaAsItWent = ({ record }: { record: MeetingRecord }) => (
  <section>
    <Ruled aside="minutes planned, taken">The agenda as it went</Ruled>
    <ol className="as-it-went">
      {record.stages.map((stage) => (
        <li key={stage.id} className={stage.reachedAt === null ? 'not-reached' : undefined}>
          <span>{stage.reachedAt !== null && <Icon of={IconCheck} size={15} />}</span>
          <span>
            {stage.title}
            {stage.reachedAt === null && <small>not reached</small>}
          </span>
          <span className="num">
            {stage.minutes}
            {stage.reachedAt !== null && `, ${stage.took}`}
          </span>
        </li>
      ))}
    </ol>
  </section>
);
