import { constants, cpSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

const { from, to } = workerData as { from: string; to: string };
cpSync(from, to, { recursive: true, mode: constants.COPYFILE_FICLONE });
