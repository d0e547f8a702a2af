import type { Node } from 'prosemirror-model';
import type { NodeViewConstructor } from 'prosemirror-view';

/** What the page knows about things a write-up only points at. */
export interface Surroundings {
  pictureAddress(upload: string): string | null;
  messageAddress(message: string): string | null;
  /** Words and address of a moment, finding or message that a pointer names; null when it is gone. */
  target(to: string, id: string): { words: string; href: string } | null;
  timeWords(instant: string): string;
  /** What came with a message beside its words: a picture by its address and what it shows, or words alone. */
  cameAlong(message: string): Promise<{ src: string | null; words: string }[]>;
}

export const leafViews = (around: Surroundings): Record<string, NodeViewConstructor> => ({
  picture: (node, view, getPos) => {
    let now = node;
    const figure = element('figure', { class: 'picture' });
    const draw = () => {
      const caption = describing(now, view.editable, (alt) => {
        const at = getPos();
        if (at !== undefined) view.dispatch(view.state.tr.setNodeAttribute(at, 'alt', alt));
      });
      figure.replaceChildren(picture(now, around), caption);
    };
    draw();
    return {
      dom: figure,
      update(next) {
        if (next.type !== now.type) return false;
        const changed = next.attrs.upload !== now.attrs.upload || next.attrs.alt !== now.attrs.alt;
        now = next;
        if (changed && !figure.contains(document.activeElement)) draw();
        return true;
      },
      stopEvent: (event) => event.target instanceof HTMLInputElement,
      ignoreMutation: () => true,
    };
  },
  evidence: (node) => ({ dom: quotation(node, around) }),
  pointer: (node) => ({ dom: pointer(node, around) }),
  rule: () => ({ dom: element('hr', {}) }),
});

function picture({ attrs }: Node, around: Surroundings): HTMLElement {
  const src = around.pictureAddress(String(attrs.upload));
  if (src === null) return element('p', { class: 'quietly' }, 'A picture that is not here any more');
  return element('img', { src, alt: String(attrs.alt), loading: 'lazy' });
}

function describing({ attrs }: Node, editable: boolean, save: (alt: string) => void): HTMLElement {
  if (!editable) return element('figcaption', {}, String(attrs.alt));
  const caption = element('figcaption', {});
  const input = element('input', {
    class: 'input',
    placeholder: 'What does it show, for those who cannot see it?',
  });
  input.setAttribute('aria-label', 'Description of the picture');
  input.value = String(attrs.alt);
  input.addEventListener('change', () => save(input.value.slice(0, 1000)));
  caption.append(input);
  return caption;
}

function quotation({ attrs }: Node, around: Surroundings): HTMLElement {
  const quote = element('blockquote', { class: 'quote' });
  const source = element('div', { class: 'src' });
  source.append(element('span', {}, String(attrs.speaker)));
  if (typeof attrs.at === 'string')
    source.append(element('span', { class: 'num' }, around.timeWords(attrs.at)));
  const href = around.messageAddress(String(attrs.message));
  if (href !== null) source.append(element('a', { class: 'link', href }, 'in the evidence'));
  quote.append(source, document.createTextNode(String(attrs.text)));
  void around.cameAlong(String(attrs.message)).then((things) => {
    for (const { src, words } of things)
      quote.append(
        src === null
          ? element('span', { class: 'came-along' }, words)
          : element('img', { src, alt: words, loading: 'lazy' }),
      );
  });
  return quote;
}

function pointer({ attrs }: Node, around: Surroundings): HTMLElement {
  const line = element('p', { class: 'pointer' });
  const target = around.target(String(attrs.to), String(attrs.target));
  if (target) line.append(element('a', { href: target.href }, target.words));
  else line.append('Something that has been taken out');
  return line;
}

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string>,
  text?: string,
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text !== undefined) made.textContent = text;
  return made;
}
