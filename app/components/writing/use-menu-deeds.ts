import type { EditorView } from 'prosemirror-view';
import { useMemo } from 'react';
import { editorSchema } from '#collab/document/editor-schema.ts';
import { WORDS } from '#collab/document/field-names.ts';
import { addFinding } from '#collab/document/findings.ts';
import { freshId } from '#collab/document/fresh-id.ts';
import { addMoment } from '#collab/document/moments.ts';
import { addSection } from '#collab/document/sections.ts';
import { insert, type MenuDeeds } from './menu-items.ts';
import { useSession } from './use-session.tsx';

/** What the menu can ask of the page around the editors. */
export function useMenuDeeds(): MenuDeeds {
  const session = useSession();
  return useMemo(() => {
    const { doc } = session.open;
    const pointAt = (view: EditorView, to: string, target: string) =>
      insert(view, editorSchema.node('pointer', { id: freshId(), to, target }));
    return {
      addFinding(view) {
        const id = freshId();
        addFinding(doc, { id, kind: 'contributor' });
        pointAt(view, 'finding', id);
        session.focus(WORDS.findingTitle(id));
      },
      addMoment(view) {
        const id = freshId();
        addMoment(doc, { id, kind: 'observation', time: { certainty: 'order-only' } });
        pointAt(view, 'moment', id);
        session.focus(WORDS.moment(id));
      },
      addSection(view) {
        const id = freshId();
        addSection(doc, { id }, sectionOf(view));
        session.focus(WORDS.sectionTitle(id));
      },
      choosePicture: (view) => session.asking.set({ kind: 'picture', view }),
      quoteMessage: (view) => session.asking.set({ kind: 'message', view }),
      link: (view) => session.linking.set(view),
    };
  }, [session]);
}

/** The section whose text this editor is; undefined elsewhere: a new one then comes last. */
function sectionOf({ dom }: EditorView): string | undefined {
  const [kind, id] = (dom.dataset.place ?? '').split(':');
  return kind === 'section' ? id : undefined;
}
