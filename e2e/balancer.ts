/** A balancer of the plainest kind: connections as they come, to any node, without stickiness. */
import { connect, createServer, type Socket } from 'node:net';
import { freePort } from './free-port.ts';

export interface Balancer {
  origin: string;
  /** From now on new connections go to this port where somebody listens; null: to each in turn. */
  prefer(port: number | null): void;
  close(): Promise<void>;
}

export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  const port = await freePort();
  const open = new Set<Socket>();
  let preferred: number | null = null;
  let turn = 0;

  const pass = (from: Socket, [first, ...others]: readonly number[]) => {
    if (first === undefined) return void from.destroy();
    const to = connect(first, '127.0.0.1');
    const refused = () => pass(from, others);
    to.once('error', refused);
    to.once('connect', () => {
      to.off('error', refused);
      to.on('error', () => from.destroy());
      open.add(to);
      to.once('close', () => {
        open.delete(to);
        from.destroy();
      });
      from.once('close', () => to.destroy());
      from.pipe(to);
      to.pipe(from);
    });
  };
  const server = createServer((from) => {
    open.add(from);
    from.once('close', () => open.delete(from));
    from.on('error', () => from.destroy());
    turn += 1;
    const inTurn = ports.map((_, index) => ports[(index + turn) % ports.length] ?? 0);
    pass(from, preferred === null ? inTurn : [preferred, ...inTurn.filter((one) => one !== preferred)]);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${port}`,
    prefer: (one) => {
      preferred = one;
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
