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
            <dt>What it was</dt>
            <dd>
              <StageBlocks blocks={finding.blocks} />
            </dd>
            <dt>What made it reasonable</dt>
            <dd>
              <StageBlocks blocks={finding.reasonable} />
            </dd>
            <dt>What ended it</dt>
            <dd>
              <StageBlocks blocks={finding.ended} />
            </dd>
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
