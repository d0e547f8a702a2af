import { messagesIn } from '#app/components/counted.ts';
import { TextField, Tick } from '#app/components/field.tsx';
import { Ruled } from '#app/components/page.tsx';
import { When } from '#app/components/when.tsx';
import type { Preview } from '#server/import/preview.ts';
import type { Given } from '#server/import/preview-form.ts';
import { Sample } from './chat-row.tsx';

/** Chats that came by themselves: channels of an export, each refusable, and a pasted one. */
export function ChatsPreview({
  preview: { channels, pasted },
  given,
  refused,
  now,
}: {
  preview: Preview;
  given: Given | null;
  refused: string | undefined;
  now: Date;
}) {
  if (channels.length === 0 && !pasted) return null;
  return (
    <section className="section-preview">
      <Ruled>Evidence</Ruled>
      <ul>
        {pasted && (
          <li className="becomes">
            <b>
              {pasted.name}: {messagesIn(pasted.count)}
            </b>
            <Sample messages={pasted.sample} more={pasted.count - pasted.sample.length} />
            {pasted.before && <p>Left out, before the first message: “{pasted.before.slice(0, 300)}”</p>}
          </li>
        )}
        {channels.map((channel) => (
          <li className="becomes" key={channel.key}>
            <Tick
              name="channel"
              value={channel.key}
              defaultChecked={given?.channels.includes(channel.key) ?? true}
            >
              {channel.name === '' ? 'One channel' : `#${channel.name}`}: {messagesIn(channel.count)}
            </Tick>
            {channel.name === '' && (
              <TextField
                label="Which channel these are from"
                name="channelName"
                defaultValue={given?.channelName}
                maxLength={80}
                autoComplete="off"
                hint="These files came without their folder, which would say it. Files of several channels are best brought in one channel at a time."
                refused={refused}
              />
            )}
            {channel.first && channel.last && (
              <span className="quietly">
                <When at={channel.first} now={now} named /> to <When at={channel.last} now={now} />
              </span>
            )}
            <Sample
              messages={channel.sample.map((message) => ({ ...message, stated: '' }))}
              more={channel.count - channel.sample.length}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
