import { Fragment } from 'react';
import { MomentKindLabel } from '#app/components/moment-mark.tsx';
import type { StageId } from '#domain/ids.ts';
import type { Moment } from '#domain/write-up.ts';
import { FindingOnStage } from './finding-on-stage.tsx';
import { OnStage } from './on-stage.tsx';
import { useRoom } from './room-context.ts';
import { SectionOnStage } from './section-on-stage.tsx';
import { StageBlocks } from './stage-blocks.tsx';
import { momentTime, wordsFor } from './target-words.ts';
import { Tellings } from './tellings.tsx';
import { useReadingPlace } from './use-reading-place.ts';

/** The whole write-up, for everyone at a place of their own: nobody’s page moves with another’s. */
export function ReadingOnStage({ stage }: { stage: StageId }) {
  const { writeUp } = useRoom();
  const text = useReadingPlace(stage);
  return (
    <div className="reading-on-stage" ref={text}>
      {writeUp.sections.map((section) => (
        <SectionOnStage key={section.id} section={section} lit={null} />
      ))}
      {writeUp.findings.length > 0 && <h3 className="section-title">Findings</h3>}
      {writeUp.findings.map((finding) => (
        <FindingOnStage key={finding.id} finding={finding} />
      ))}
      {writeUp.moments.length > 0 && <h3 className="section-title">What happened, in order</h3>}
      {writeUp.moments.map((moment) => (
        <MomentToRead key={moment.id} moment={moment} />
      ))}
    </div>
  );
}

function MomentToRead({ moment }: { moment: Moment }) {
  const { momentZone: zone } = useRoom();
  const target = { type: 'moment', id: moment.id, section: null } as const;
  return (
    <Fragment>
      <OnStage target={target} label={`Moment, ${wordsFor({ type: 'moment', moment }, zone)}`}>
        <MomentKindLabel kind={moment.kind}>
          {momentTime(moment.time, zone) ?? 'time not known, order is'}
        </MomentKindLabel>
        <StageBlocks blocks={moment.blocks} />
      </OnStage>
      <Tellings target={target} accounts={moment.accounts} teller={null} />
    </Fragment>
  );
}
