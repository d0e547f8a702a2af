import { reactRouter } from '@react-router/dev/vite';
import { defineConfig, type Plugin } from 'vite';

/**
 * Refuses anything of `server/`, `db/` or `collab/server/` in the browser's build.
 * React Router's own guard sees only the `.server` suffix: a deed without it, called from a component, would ship its SQL.
 */
function keepServerOutOfBrowser(): Plugin {
  const serverOnly = /[\\/](server|db|collab[\\/]server)[\\/][^?]*\.tsx?$/;
  return {
    name: 'soak:keep-server-out-of-browser',
    enforce: 'post',
    generateBundle(_options, bundle) {
      if (this.environment.name !== 'client') return;
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const [id, module] of Object.entries(chunk.modules)) {
          const inside = id.startsWith(import.meta.dirname) ? id.slice(import.meta.dirname.length) : '';
          if (!inside.includes('node_modules') && serverOnly.test(inside) && module.renderedLength > 0)
            this.error(`${inside} is of the server and must not reach the browser`);
        }
      }
    },
  };
}

/**
 * Imports each icon from its own file. The package's index names 6,000 of them: reading it cost the build ten seconds,
 * and the server's start its memory.
 */
function oneFileAnIcon(): Plugin {
  const named = /import \{([^}]+)\} from '@tabler\/icons-react';/g;
  return {
    name: 'soak:one-file-an-icon',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('.tsx') || !code.includes('@tabler/icons-react')) return null;
      return code.replace(named, (_all, names: string) =>
        names
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name !== '' && !name.startsWith('type '))
          .map((name) => `import ${name} from '@tabler/icons-react/dist/esm/icons/${name}.mjs';`)
          .join(' '),
      );
    },
  };
}

/** What several pages share, in files worth asking for: the room asked for 52, now for 29. From some size on (6,000 once, 3,000 since) the editor comes along with every page (page-weight.test). */
const FEW_FILES = {
  groups: [{ name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 2_600 }],
};

/** The files that pages share are named in each other and in the list of pages: after the pages they are for, that was a kilobyte. */
const chunkFileNames = ({ name }: { name: string }) =>
  name.startsWith('shared') ? 'assets/shared-[hash].js' : 'assets/[name]-[hash].js';

export default defineConfig({
  plugins: [oneFileAnIcon(), reactRouter(), keepServerOutOfBrowser()],
  build: { target: 'es2022' },
  environments: {
    client: { build: { rolldownOptions: { output: { codeSplitting: FEW_FILES, chunkFileNames } } } },
  },
  // Taken into the server's build, of which only what is used stays: their index files cost it a second and 60 MB to load.
  ssr: { noExternal: [/^@mantine\//, /^@tabler\//] },
  server: { fs: { strict: false } },
});
