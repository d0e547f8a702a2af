import type { Heading, Root, RootContent } from 'mdast';

/** The text's parts in order: a title where it has one, then heading by heading what stands under it. */
export interface Parts {
  title: Heading | null;
  parts: { heading: Heading | null; nodes: RootContent[] }[];
}

/** Depth from which a heading stays a heading inside its section. */
const INSIDE = 4;

export function splitSections(root: Root): Parts {
  const title = titleOf(root);
  const parts: Parts['parts'] = [{ heading: null, nodes: [] }];
  for (const node of root.children) {
    if (node === title) continue;
    if (node.type === 'heading' && node.depth < INSIDE) parts.push({ heading: node, nodes: [] });
    else parts.at(-1)?.nodes.push(node);
  }
  return { title, parts: parts.filter(({ heading, nodes }) => heading || nodes.length > 0) };
}

/** The first heading, if nothing but comments stands before it and no other heading is as high. */
function titleOf(root: Root): Heading | null {
  const first = root.children.find(saysSomething);
  if (first?.type !== 'heading') return null;
  const others = root.children.filter((node) => node.type === 'heading' && node !== first) as Heading[];
  return others.every((other) => other.depth > first.depth) ? first : null;
}

const saysSomething = (node: RootContent): boolean => node.type !== 'html' && node.type !== 'definition';
