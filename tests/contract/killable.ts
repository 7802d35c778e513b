/** A local run in a process of its own, for tests that kill it: node killable.ts ASSEMBLY DATADIR prints its S3 endpoint. */
import { startLocal } from '../../infra/local/start.ts';

const [assembly = '', dataDir = ''] = process.argv.slice(2);
const local = await startLocal({ assembly, dataDir });
process.stdout.write(`${local.endpoints.s3}\n`);
