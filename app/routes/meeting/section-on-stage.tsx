import { useEffect, useRef } from 'react';
import { WORDS } from '#collab/document/field-names.ts';
import type { Section } from '#domain/write-up.ts';
import { OnStage } from './on-stage.tsx';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';
import { StageBlocks } from './stage-blocks.tsx';
import { Tellings } from './tellings.tsx';
import { WriteHere } from './write-here.tsx';

/** A part of the write-up. Its title stands here only where the stage has another; one of its blocks may be spotlit. */
export function SectionOnStage({ section, lit }: { section: Section; lit: string | null }) {
  const { room } = useRoom();
  const { choose } = useRoomUi();
  const words = useRef<HTMLDivElement>(null);
  const stageTitle = room.stages.find(({ id }) => id === room.current?.stage)?.title;
  useEffect(() => {
    // Blocks are drawn by the write-up's own renderer; which of them the group looks at is the room's to say.
    for (const block of words.current?.querySelectorAll('[id^="block-"]') ?? [])
      block.classList.toggle('lit', block.id === `block-${lit}`);
  });
  const chooseBlock = (event: React.MouseEvent) => {
    const block = (event.target as Element).closest('[id^="block-"]')?.id.slice('block-'.length);
    if (!block || lit === block) return;
    event.stopPropagation();
    choose({ type: 'block', id: block, section: section.id });
  };
  const target = { type: 'section', id: section.id, section: null } as const;
  return (
    <>
      <OnStage target={target} label={`Part of the write-up, ${section.title}`}>
        {section.title !== stageTitle && <h3 className="section-title">{section.title}</h3>}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: a block is chosen by pointer; keys spotlight the part it stands in */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: as above */}
        <div ref={words} onClick={chooseBlock}>
          <WriteHere place={WORDS.section(section.id)} label={`Text of ${section.title}`}>
            <StageBlocks blocks={section.blocks} />
          </WriteHere>
        </div>
      </OnStage>
      <Tellings target={target} accounts={[]} teller={null} />
    </>
  );
}
