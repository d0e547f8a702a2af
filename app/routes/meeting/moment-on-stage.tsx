import { MomentKindLabel } from '#app/components/moment-mark.tsx';
import { WORDS } from '#collab/document/field-names.ts';
import type { PersonShown } from '#domain/meeting/projection.ts';
import type { Moment } from '#domain/write-up.ts';
import { MomentQuestions } from './moment-questions.tsx';
import { OnStage } from './on-stage.tsx';
import { useRoom } from './room-context.ts';
import { StageBlocks } from './stage-blocks.tsx';
import { momentTime, textOf } from './target-words.ts';
import { Tellings } from './tellings.tsx';
import { WriteHere } from './write-here.tsx';

const LONG = 200;

/** One moment, large enough to be read from the back row; its accounts and different views stand under it, side by side. */
export function MomentOnStage({ moment, teller }: { moment: Moment; teller: PersonShown | null }) {
  const { momentZone: zone } = useRoom();
  const [first, ...rest] = moment.blocks;
  const when = momentTime(moment.time, zone);
  const say = first ? textOf([first]) : '';
  return (
    <>
      <OnStage target={{ type: 'moment', id: moment.id, section: null }} label="Moment">
        <MomentKindLabel kind={moment.kind}>{when ?? 'time not known, order is'}</MomentKindLabel>
        <WriteHere place={WORDS.moment(moment.id)} label="Words of this moment">
          {say && <p className={say.length > LONG ? 'say long' : 'say'}>{say}</p>}
          {!say && first && <StageBlocks blocks={[first]} />}
          {rest.length > 0 && <StageBlocks blocks={rest} />}
        </WriteHere>
      </OnStage>
      <Tellings
        target={{ type: 'moment', id: moment.id, section: null }}
        accounts={moment.accounts}
        teller={teller}
      />
      <MomentQuestions moment={moment} />
    </>
  );
}
