import { z } from 'zod';
import { storable } from './storable.ts';

export const words = z.string().max(200_000).transform(storable);
const fieldWords = z.union([words, z.number().transform(String), z.boolean().transform(String)]).nullish();

/** What a program, or a link's preview, adds below a message. */
export const attachmentShape = z.object({
  pretext: words.nullish(),
  author_name: words.nullish(),
  title: words.nullish(),
  title_link: words.nullish(),
  text: words.nullish(),
  fields: z
    .array(z.object({ title: fieldWords, value: fieldWords }))
    .max(500)
    .nullish(),
  image_url: words.nullish(),
  footer: words.nullish(),
  fallback: words.nullish(),
  blocks: z.unknown().optional(),
});
type Attachment = z.infer<typeof attachmentShape>;

interface Worded {
  text?: string | null | undefined;
  blocks?: unknown;
  attachments?: Attachment[] | null | undefined;
}

/**
 * All words of a message, in Slack's notation: its text, then what its blocks and attachments say beyond that. Slack
 * repeats the text in blocks, and a program its title in several places; what has been said already is not said again.
 */
export function slackWords({ text, blocks, attachments }: Worded): string {
  const beside = [...blockWords(text ?? '', blocks), ...(attachments ?? []).flatMap(attachmentLines)];
  if (beside.length === 0) return text ?? '';
  const lines = text ? [text] : [];
  const said = text ? [text, ...text.split('\n')].map(plain) : [];
  for (const line of beside) {
    const short = plain(line);
    if (said.some((one) => one === short || (short.length > LONG && one.includes(short)))) continue;
    lines.push(line);
    said.push(short);
  }
  return lines.join('\n');
}

/** What people type is in the text and in a block of rich text, told apart by signs alone. */
function blockWords(text: string, blocks: unknown): string[] {
  if (!Array.isArray(blocks)) return [];
  const typed = joined(text);
  return blocks.flatMap((block) =>
    blockLines(block).filter(
      (line) => !(isRecord(block) && block.type === 'rich_text' && typed.includes(joined(line))),
    ),
  );
}

/** Shorter words may stand in a longer sentence by chance, and are said again. */
const LONG = 24;

/** `fallback` is the same told shorter, for programs that show nothing else. */
function attachmentLines(one: Attachment): string[] {
  const title = one.title && one.title_link ? `<${one.title_link}|${one.title}>` : one.title;
  const fields = (one.fields ?? []).map((field) => [field.title, field.value].filter(Boolean).join(': '));
  const image = one.image_url && `<${one.image_url}>`;
  const said = [
    ...[one.pretext, one.author_name, title, one.text, ...fields, image].filter(isSaid),
    ...blockLines(one.blocks),
  ];
  return [...(said.length > 0 ? said : [one.fallback]), one.footer].filter(isSaid);
}

const isSaid = (line: string | null | undefined): line is string => Boolean(line?.trim());

/** Blocks lie in one another three or four deep; whoever goes further has made them by hand. */
const DEEPEST = 12;
/** Parts of a block that hold words, in the order in which Slack shows them. */
const PARTS = ['title', 'label', 'text', 'fields', 'elements', 'accessory', 'alt_text', 'description'];
/** Blocks whose elements stand beside one another, not below. */
const ONE_LINE = ['rich_text_section', 'rich_text_quote', 'rich_text_preformatted'];

function blockLines(block: unknown, depth = 0): string[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(block)) return block.flatMap((each) => blockLines(each, depth + 1));
  if (!isRecord(block)) return [];
  const leaf = leafOf(block);
  if (leaf !== null) return [leaf].filter(isSaid);
  const lines = PARTS.flatMap((part) => {
    const value = block[part];
    return typeof value === 'string' ? [asText(value)].filter(isSaid) : blockLines(value, depth + 1);
  });
  return ONE_LINE.includes(String(block.type)) ? [lines.join('')].filter(isSaid) : lines;
}

/** One element in the notation of a message's text; null for what holds others. */
function leafOf(element: Record<string, unknown>): string | null {
  const fact = (name: string): string =>
    typeof element[name] === 'string' ? storable(element[name]).slice(0, 200_000) : '';
  switch (element.type) {
    case 'mrkdwn':
      return fact('text');
    case 'plain_text':
    case 'text':
      return asText(fact('text'));
    case 'link':
      return fact('text') ? `<${fact('url')}|${asText(fact('text'))}>` : `<${fact('url')}>`;
    case 'user':
      return `<@${fact('user_id')}>`;
    case 'channel':
      return `<#${fact('channel_id')}>`;
    case 'usergroup':
      return `<!subteam^${fact('usergroup_id')}>`;
    case 'broadcast':
      return `<!${fact('range')}>`;
    case 'emoji':
      return `:${fact('name')}:`;
    case 'date':
      return `<!date^${String(element.timestamp)}^{date}|${asText(fact('fallback'))}>`;
    case 'color':
      return asText(fact('value'));
    default:
      return null;
  }
}

/** Plain words, as a message's text writes them. */
const asText = (text: string): string =>
  storable(text)
    .slice(0, 200_000)
    .replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'));

/** Letters and numbers word by word; signs for bold, lists and skin differ from place to place. Signs alone stay. */
const plain = (text: string): string =>
  bare(text)
    .replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]+/gu, ' ')
    .trim()
    .toLowerCase() || text.trim();

const joined = (text: string): string => plain(text).replaceAll(' ', '');

const bare = (text: string): string =>
  text
    .replace(/<!date\^(\d{1,12})\^[^<>\n]{0,3000}>/g, '<$1>')
    .replace(/<([@#!][^<>|\n]{1,3000})\|[^<>\n]{0,3000}>/g, '<$1>')
    .replace(/::skin-tone-\d:/g, ':')
    .replace(/&(?:lt|gt|amp);/g, ' ');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
