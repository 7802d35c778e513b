"""The model card: what the weights were trained on, with what, and how they did on sites that they had not seen."""
import hashlib
from pathlib import Path

SETS = ('fundus', 'fundus-text', 'naeb', 'naeb-text', 'postlight', 'scrapinghub', 'scrapinghub-text', 'trafilatura-eval', 'wcxb-dev')


def digest(data):
    """SHA-256 over names and bytes of all files, in the order of their names."""
    total = hashlib.sha256()
    for name in SETS:
        files = sorted((Path(data) / 'pages' / name).iterdir()) + [Path(data) / 'pages' / f'{name}.truth.json.gz']
        for file in files:
            total.update(f'{name}/{file.name}\n'.encode())
            total.update(file.read_bytes())
    return total.hexdigest()


def write_card(path, data, results, settings, trees):
    lines = [
        '# Body labeller: model card',
        '',
        'Forests of decision trees: for HTML one judges the blocks of a page, and a second one judges them again, knowing what the first',
        'made of the whole page; for plain text there is one, and a lexicon of hashed words whose opinion it asks. Trained by `bench/train`',
        '(see its README), read by `score.ts`. Output: the probability that a block is body, shifted so that 0.5 is where body begins.',
        '',
        f'- Data: the development half of the page sets {", ".join(SETS)}; SHA-256 `{digest(data)}`',
        f'- Trees: {trees["first"]} and {trees["second"]} of HTML, {trees["text"]} of plain text; settings: ' + ', '.join(f'{k} {v}' for k, v in sorted(settings.items())),
        '- Folds: five, by the registered name of the site, over all sets; the second forest sees only out-of-fold scores of the first',
        '- Words in it: the product\'s own phrase tables, names of classes, and in plain text a weight for each of 4,096 buckets into which',
        '  words fall by a hash; no word, line or site can be read back from them',
        '- Pages without a marked body (trafilatura-eval, postlight) teach the model of plain text what the HTML models, out of fold, are sure of',
        '- The threshold, one for each kind of page, was chosen on the same out-of-fold scores of the three news sets',
        '',
        '## Out-of-fold scores (4-gram shingles, mean over pages; plain threshold, before any rule)',
        '',
        '| set | pages | F1 | precision | recall |',
        '|---|---|---|---|---|',
    ]
    for kind, result in results.items():
        for name, (f1, precision, recall, pages) in sorted(result['scores'].items()):
            shown = name if kind == 'html' or name.endswith('-text') else f'{name} as text'
            lines.append(f'| {shown} | {pages} | {100 * f1:.2f} | {100 * precision:.2f} | {100 * recall:.2f} |')
    for kind, result in results.items():
        whole = sum(gain for gain, _ in result['gains'])
        lines += ['', f'## Features of {kind} ({len(result["gains"])}, by share of gain in the last forest, per cent)', '']
        lines.append(', '.join(f'`{name}` {100 * gain / whole:.1f}' for gain, name in result['gains'] if gain > 0))
        lines += ['', f'Threshold that became 0.5: {result["threshold"]}.']
    Path(path).write_text('\n'.join(lines) + '\n', encoding='utf8')
