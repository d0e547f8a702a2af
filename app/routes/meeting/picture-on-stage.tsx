import type { Block, Section } from '#domain/write-up.ts';
import { OnStage } from './on-stage.tsx';
import { StageBlocks } from './stage-blocks.tsx';
import { Tellings } from './tellings.tsx';

/** A picture of the write-up by itself, as large as the stage is wide. */
export function PictureOnStage({ section, picture }: { section: Section; picture: Block }) {
  const target = { type: 'picture', id: picture.id, section: section.id } as const;
  return (
    <>
      <OnStage target={target} label="Picture">
        <StageBlocks blocks={[picture]} />
      </OnStage>
      <Tellings target={target} accounts={[]} teller={null} />
    </>
  );
}
