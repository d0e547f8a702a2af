/** Small Markdown files in which every word, and every address, is its own, so that a lost or doubled one shows. */
import fc from 'fast-check';

/** A part writes itself with words, and addresses of links, that it asks for one by one. */
type Part = (word: () => string, address: () => string) => string;

const sentence = (word: () => string, length = 3): string => Array.from({ length }, word).join(' ');
const number = (max: number) => fc.integer({ min: 0, max });

const parts: fc.Arbitrary<Part> = fc.oneof(
  fc.constantFrom<Part>(
    (word) => `${sentence(word)}. ${sentence(word)} **${word()}** _${word()}_ \`${word()}\``,
    (word, address) => `${word()} [${word()}](${address()}) ${word()} [${word()}][one] [](${address()})`,
    (word) => `${word()} <b>${word()}</b> <!-- ${word()} --> ${word()}`,
    (word) => `<!-- ${sentence(word)}\n${word()} -->`,
    (word) => `<details>\n${word()}\n</details>`,
    (word) => `> ${sentence(word)}\n${word()}\n>\n> - ${word()}`,
    (word) => `\`\`\`\n${word()} ${word()}\n\n${word()}\n\`\`\``,
    (word) => `\`\`\`${word()} ${word()}\n${word()}\n\`\`\``,
    (word) => `1. ${word()}\n2. ${word()}\n   - ${word()}\n\n     ${word()}`,
    (word) => `- [x] ${word()}\n- [ ] ${word()}`,
    (word) => `| ${word()} | ${word()} |\n|---|---|\n| ${word()} | ${word()} |`,
    (word, address) =>
      `| Time | ${word()} |\n|---|---|\n| 10:01 | ${word()} |\n| [10:05](${address()}) | [${word()}](${address()}) |`,
    (word, address) => `- [10:01](${address()}) ${word()}\n- [10:02 ${word()}](${address()})`,
    (word, address) =>
      `[![${word()}](./pictures/q.png)](${address()}) ${word()} [![${word()}](${address()}.png)](${address()})`,
    (word, address) => `[**${word()}** ${word()}](${address()}). ${word()} [${word()}](${address()})`,
    (word) => `- [10:01] ${word()} ${word()}\n- 10:02 AM: ${word()}\n\n  ${word()}\n- [???] ${word()}`,
    (word) => `* 2019-02-03\n  * 09:00 ${word()}\n  * 10:00 ${word()}`,
    (word) => `![${word()}](./pictures/${'p'}.png) ${word()}`,
    (word) =>
      `> ada [9:01 AM]\n${sentence(word)}\n>\n> ben  [9:02 AM]\n> \`\`\`\n> ${word()}\n> \`\`\`\n> ${word()}`,
    (word) =>
      `> ada [9:01 AM]\n${word()} <!-- ${word()} --> <kbd>${word()}</kbd>\n>\n> ben  [9:02 AM]\n> \`\`\`${word()}\n> ${word()}\n> \`\`\`\n> ${word()}`,
    (word) => `${word()}[^1]\n\n[^1]: ${word()}`,
    (word) => `---\n\n${word()}  \n${word()}`,
    (word) => `[${word()}](javascript:alert) [${word()}](notes.md "${word()}")`,
    (word) => `- ${word()}: ${word()}\n\n  > ${word()}\n\n  \`\`\`\n  ${word()}\n  \`\`\``,
  ),
);

const headings = fc.constantFrom<Part>(
  (word) => `## ${word()}`,
  (word) => `### What went well ${word()}`,
  (word) => `### What went wrong ${word()}`,
  (word) => `## Root cause ${word()}`,
  (word) => `## Timeline ${word()}`,
  (word, address) => `## ${word()} [${word()}](${address()})`,
  (word, address) => `## Root cause [${word()}](${address()}) [![${word()}](./r.png)](${address()})`,
  (word, address) => `#### [${word()}](${address()})`,
  (word) => `${word()}\n===`,
);

export const markdownFiles = fc
  .record({
    title: fc.boolean(),
    body: fc.array(fc.oneof(parts, parts, headings), { maxLength: 9 }),
    seed: number(9),
  })
  .map(({ title, body, seed }) => {
    const words: string[] = [];
    const word = () => {
      const made = `word${seed}x${words.length}`;
      words.push(made);
      return made;
    };
    const addresses: string[] = [];
    const address = () => {
      const made = `https://example.org/${addresses.length}-`;
      addresses.push(made);
      return made;
    };
    const text = [
      ...(title ? [`# ${word()} [${word()}](${address()})`] : []),
      ...body.map((part) => part(word, address)),
    ].join('\n\n');
    return { source: `${text}\n\n[one]: https://example.org/one\n`, words, addresses };
  });
