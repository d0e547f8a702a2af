import { Fragment } from 'react';
import { FindingKindLabel } from '#app/components/finding-mark.tsx';
import { WORDS } from '#collab/document/field-names.ts';
import type { Finding } from '#domain/write-up.ts';
import { OnStage } from './on-stage.tsx';
import { StageBlocks } from './stage-blocks.tsx';
import { Tellings } from './tellings.tsx';
import { WriteHere } from './write-here.tsx';

/** A finding, whole: a red herring always has its three parts. */
export function FindingOnStage({ finding }: { finding: Finding }) {
  const target = { type: 'finding', id: finding.id, section: null } as const;
  return (
    <>
      <OnStage target={target} label={`Finding, ${finding.title}`}>
        <FindingKindLabel kind={finding.kind} />
        <h3 className="finding-title">{finding.title}</h3>
        {finding.kind === 'red-herring' ? (
          <dl className="three">
            {partsOf(finding).map(({ words, place, blocks }) => (
              <Fragment key={place}>
                <dt>{words}</dt>
                <dd>
                  <WriteHere place={place} label={`${words}: ${finding.title}`}>
                    <StageBlocks blocks={blocks} />
                  </WriteHere>
                </dd>
              </Fragment>
            ))}
          </dl>
        ) : (
          <WriteHere place={WORDS.finding(finding.id)} label={`Text of ${finding.title}`}>
            <StageBlocks blocks={finding.blocks} />
          </WriteHere>
        )}
      </OnStage>
      <Tellings target={target} accounts={[]} teller={null} />
    </>
  );
}

const partsOf = ({ id, blocks, reasonable, ended }: Finding) => [
  { words: 'What it was', place: WORDS.finding(id), blocks },
  { words: 'What made it reasonable', place: WORDS.findingReasonable(id), blocks: reasonable },
  { words: 'What ended it', place: WORDS.findingEnded(id), blocks: ended },
];
