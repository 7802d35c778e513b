/** The peers of the bench and how each is started; what this machine cannot have is named, not silently left out. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

export interface PeerCommand {
  readonly name: string;
  /** Command line that reads FOLDER, with PASSES timed passes. */
  readonly command: (folder: string, passes: number) => readonly string[];
}

const HERE = import.meta.dirname;
export const WIREFOLD = 'Wirefold';
/** Read for quality only: what the second opinion gains. */
export const WIREFOLD_ALONE = 'Wirefold without a second opinion';
const NODE_PEERS = [
  [WIREFOLD, 'wirefold'],
  [WIREFOLD_ALONE, 'wirefold-alone'],
  ['new JSDOM + Readability', 'readability-fresh'],
  ['one window + Readability', 'readability-reused'],
  ['linkedom + Readability', 'readability-linkedom'],
  ['defuddle', 'defuddle'],
] as const;
const PYTHON_PEER = 'trafilatura';
/** The second is what a dependency of the first forgets to ask for. */
const TRAFILATURA = ['trafilatura==2.3.1', 'lxml_html_clean==0.4.6'];

/** Installs what is missing into bench/ alone (node_modules and .venv are not part of the project). */
export function preparePeers(): { peers: readonly PeerCommand[]; skipped: readonly string[] } {
  const skipped: string[] = [];
  const npm =
    existsSync(path.join(HERE, 'node_modules')) ||
    spawnSync('npm', ['ci', '--no-progress'], { cwd: HERE, shell: true }).status === 0;
  const nodePeers = NODE_PEERS.filter(([name, file]) => {
    if (npm || file.startsWith('wirefold')) return true;
    skipped.push(`${name}: npm ci in bench/ failed`);
    return false;
  }).map(([name, file]) => ({
    name,
    command: (folder: string, passes: number) => [
      process.execPath,
      path.join(HERE, 'peer-run.ts'),
      file,
      folder,
      String(passes),
    ],
  }));
  const python = preparePython();
  if (python === null) skipped.push(`${PYTHON_PEER}: no Python with pip here`);
  const pythonPeers =
    python === null
      ? []
      : [
          {
            name: PYTHON_PEER,
            command: (folder: string, passes: number) => [
              python,
              path.join(HERE, 'peers/trafilatura_peer.py'),
              folder,
              String(passes),
            ],
          },
        ];
  return { peers: [...nodePeers, ...pythonPeers], skipped };
}

function preparePython(): string | null {
  const venv = path.join(HERE, '.venv');
  const python = path.join(venv, 'bin/python');
  if (existsSync(python)) return python;
  if (spawnSync('python3', ['-m', 'venv', venv]).status !== 0) return null;
  return spawnSync(python, ['-m', 'pip', 'install', '-q', ...TRAFILATURA]).status === 0 ? python : null;
}
