import { WORDS } from '#collab/document/field-names.ts';
import type { Section } from '#domain/write-up.ts';
import { OnStage } from './on-stage.tsx';
import { useRoom } from './room-context.ts';
import { StageBlocks } from './stage-blocks.tsx';
import { Tellings } from './tellings.tsx';
import { usePassages } from './use-passages.ts';
import { WriteHere } from './write-here.tsx';

/** A part of the write-up. Its title stands here only where the stage has another; one of its blocks may be spotlit. */
export function SectionOnStage({ section, lit }: { section: Section; lit: string | null }) {
  const { room } = useRoom();
  const passages = usePassages(section.id, lit);
  const stageTitle = room.stages.find(({ id }) => id === room.current?.stage)?.title;
  const target = { type: 'section', id: section.id, section: null } as const;
  return (
    <>
      <OnStage target={target} label={`Part of the write-up, ${section.title}`}>
        {section.title !== stageTitle && <h3 className="section-title">{section.title}</h3>}
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset holds controls, this holds passages */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: from here arrow keys go through the passages */}
        <div role="group" aria-label={PASSAGES} tabIndex={0} {...passages}>
          <WriteHere place={WORDS.section(section.id)} label={`Text of ${section.title}`}>
            <StageBlocks blocks={section.blocks} />
          </WriteHere>
        </div>
      </OnStage>
      <Tellings target={target} accounts={[]} teller={null} />
    </>
  );
}

const PASSAGES = 'Passages: up and down arrows go through them, Enter chooses one';
