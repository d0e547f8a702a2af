import { IconPlus } from '@tabler/icons-react';
import { Icon } from '#app/components/icon.tsx';
import { Outline } from '#app/components/writing/outline.tsx';
import { useLine, useSession, useStructure } from '#app/components/writing/use-session.tsx';
import { WORDS } from '#collab/document/field-names.ts';
import { freshId } from '#collab/document/fresh-id.ts';
import { addSection } from '#collab/document/sections.ts';

/** The outline as it is being written: names follow what is typed. */
export function LiveOutline() {
  const { sections, findings, moments } = useStructure();
  return (
    <Outline
      sections={sections.map(({ id }) => ({ id, title: <SectionName id={id} /> }))}
      findings={findings}
      moments={moments.length}
    >
      <AddSection />
    </Outline>
  );
}

const SectionName = ({ id }: { id: string }) => useLine(WORDS.sectionTitle(id)) || 'Not named yet';

export function AddSection() {
  const session = useSession();
  const add = () => {
    const id = freshId();
    addSection(session.open.doc, { id });
    session.focus(WORDS.sectionTitle(id));
  };
  return (
    <button type="button" className="btn quiet small add" onClick={add}>
      <Icon of={IconPlus} />
      Add a section
    </button>
  );
}
