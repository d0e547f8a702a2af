/**
 * Another person's caret. The name is drawn by the style sheet from an attribute: it is no part of the text
 * that a screen reader reads, a search finds or a copy takes. While they type it is a flag; at rest a pin, the name in the gutter.
 */
export function caretElement(name: string, hue: number, typing: boolean): HTMLElement {
  const caret = document.createElement('span');
  caret.className = `their-caret p${hue}${typing ? '' : ' still'}`;
  caret.setAttribute('aria-hidden', 'true');
  caret.contentEditable = 'false';
  const label = document.createElement('i');
  label.dataset.name = name.split(' ')[0] ?? name;
  caret.append(label);
  return caret;
}
