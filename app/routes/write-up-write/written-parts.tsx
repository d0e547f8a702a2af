import type { ReactNode } from 'react';
import { RescuedAbove } from '#app/components/writing/rescued.tsx';
import { useSession, useStructure } from '#app/components/writing/use-session.tsx';
import { Words } from '#app/components/writing/words.tsx';
import { WORDS } from '#collab/document/field-names.ts';
import { moveSection, removeSection, restoreSection } from '#collab/document/sections.ts';
import { FindingsPart } from './findings-part.tsx';
import { AddSection } from './live-outline.tsx';
import { MomentsPart } from './moments-part.tsx';
import { PartMenu } from './part-menu.tsx';

/** The whole write-up, every place of it to type in. */
export const WrittenParts = ({ path }: { path: ReactNode }) => (
  <>
    <h1>
      <Words place={WORDS.title} shape="line" label="Title" placeholder="What is it called?" />
    </h1>
    <div className="standfirst">
      <Words
        place={WORDS.standfirst}
        shape="line"
        label="Standfirst"
        placeholder="What happened, in a sentence or two"
      />
    </div>
    {path}
    <RescuedAbove />
    <Sections />
    <FindingsPart />
    <MomentsPart />
  </>
);

function Sections() {
  const { sections } = useStructure();
  const ids = sections.map((section) => section.id);
  return (
    <>
      {ids.map((id) => (
        <Section key={id} id={id} ids={ids} />
      ))}
      <AddSection />
    </>
  );
}

function Section({ id, ids }: { id: string; ids: readonly string[] }) {
  const { open, notice } = useSession();
  const takeOut = () => {
    removeSection(open.doc, id);
    notice.set({ words: 'The section is taken out.', undo: () => restoreSection(open.doc, id) });
  };
  return (
    <section id={`section-${id}`} className="part">
      <div className="part-head">
        <h2>
          <Words
            place={WORDS.sectionTitle(id)}
            shape="line"
            label="Section title"
            placeholder="Name this section"
          />
        </h2>
        <PartMenu
          what="section"
          id={id}
          ids={ids}
          onMove={(after) => moveSection(open.doc, id, after)}
          onTakeOut={takeOut}
        />
      </div>
      <Words place={WORDS.section(id)} label="Text of the section" placeholder="Write, or type / for more" />
    </section>
  );
}
