/** A balancer of the plainest kind: connections as they come, to any node, without stickiness; and a line that can fail. */
import { connect, createServer, type Socket } from 'node:net';
import { Transform } from 'node:stream';
import { freePort } from './free-port.ts';

/**
 * How a line fails. `cut`: connections end, and none comes through. `stall`: they stay open, and nothing passes. `truncate`: of
 * the next piece the first half passes, in the midst of a frame; then it is cut.
 */
export type LineFault = 'cut' | 'stall' | 'truncate';

export interface Balancer {
  origin: string;
  /** From now on new connections go to this port where somebody listens; null: to each in turn. */
  prefer(port: number | null): void;
  /** From now on, until the line is mended. */
  fail(how: LineFault): void;
  mend(): void;
  close(): Promise<void>;
}

export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  const port = await freePort();
  const open = new Set<Socket>();
  const held = new Set<() => void>();
  let fault: LineFault | null = null;
  let preferred: number | null = null;
  let turn = 0;

  const cut = () => {
    fault = 'cut';
    for (const socket of open) socket.destroy();
    letGo();
  };
  const letGo = () => {
    for (const goOn of held) goOn();
    held.clear();
  };
  const line = () =>
    new Transform({
      transform(piece: Buffer, _encoding, done) {
        if (fault === 'stall') return void held.add(() => done(null, piece));
        if (fault !== 'truncate') return done(null, piece);
        this.push(piece.subarray(0, piece.length >> 1));
        done();
        setImmediate(cut);
      },
    });

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
      from.pipe(line()).pipe(to);
      to.pipe(line()).pipe(from);
    });
  };
  const server = createServer((from) => {
    if (fault === 'cut') return void from.destroy();
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
    fail: (how) => {
      if (how === 'cut') cut();
      else fault = how;
    },
    mend: () => {
      fault = null;
      letGo();
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
