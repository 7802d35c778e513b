"""The scorer's own measure (4-gram shingles, mean precision and recall over pages). Block texts, truth and a choice come in, F1 goes out."""
import json
import re
from collections import Counter, defaultdict

import numpy as np

WORD = re.compile(r'\w+', re.UNICODE)


def shingles(words):
    return Counter(tuple(words[at:at + 4]) for at in range(max(1, len(words) - 3)) if words)


def read_cases(rows):
    """Pages whose whole body is known: page number, words of each block, shingles of the truth."""
    cases = []
    for at, line in enumerate(open(f'{rows.folder}/texts.jsonl', encoding='utf8')):
        case = json.loads(line)
        if case['truth']:
            cases.append((at, [WORD.findall(text) for text in case['texts']], shingles(WORD.findall(case['truth']))))
    return cases


def page_score(blocks, truth, chosen):
    found = shingles([word for block, kept in zip(blocks, chosen) if kept for word in block])
    hits = sum(min(count, truth[shingle]) for shingle, count in found.items() if shingle in truth)
    size = sum(found.values())
    return (hits / size if size else np.nan, hits / sum(truth.values()))


def scores_by_set(rows, cases, score, threshold):
    pairs = defaultdict(list)
    for at, blocks, truth in cases:
        chosen = score[rows.start[at]:rows.start[at + 1]] > threshold
        pairs[rows.pages[at]['set']].append(page_score(blocks, truth, chosen))
    result = {}
    for name, list_ in pairs.items():
        precision, recall = np.nanmean([p for p, _ in list_]), np.mean([r for _, r in list_])
        result[name] = (2 * precision * recall / (precision + recall), precision, recall, len(list_))
    return result
