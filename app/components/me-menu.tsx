import { IconBell, IconSettings, IconUser } from '@tabler/icons-react';
import { Link } from 'react-router';
import { Drop } from './drop.tsx';
import { Face } from './face.tsx';
import { Icon } from './icon.tsx';
import { SchemeChoice } from './scheme-choice.tsx';
import { useSignOut } from './sign-out.tsx';
import type { RootFacts } from './use-root.ts';

/** What belongs to the person: profile, settings for those who administer, light and dark, the way out. */
export function MeMenu({ person }: { person: NonNullable<RootFacts['person']> }) {
  const signOut = useSignOut(person.id);
  return (
    <>
      <Drop summary={<Face of={person} size={28} named />} label={`${person.name}: profile and more`}>
        <p className="who">
          <b>{person.name}</b>
        </p>
        <Link className="item" to="/profile">
          <Icon of={IconUser} />
          Profile
        </Link>
        <Link className="item" to="/notices">
          <Icon of={IconBell} />
          Notices
        </Link>
        {person.administrator && (
          <Link className="item" to="/settings">
            <Icon of={IconSettings} />
            Settings
          </Link>
        )}
        <SchemeChoice />
        {signOut.item}
      </Drop>
      {signOut.question}
    </>
  );
}
