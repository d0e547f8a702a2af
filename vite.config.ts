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

export default defineConfig({
  plugins: [reactRouter(), keepServerOutOfBrowser()],
  build: { target: 'es2022' },
  server: { fs: { strict: false } },
});
