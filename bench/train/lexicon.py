"""The lexicon of plain text: which words stand in articles. Buckets of words and labels come in, scores and packed weights go out.

Logistic regression over buckets; each block counts as in the forests. shared/core/score/lexicon.ts reads the result.
"""
import base64
import json

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from rows import FOLDS

BUCKETS = 4096
# Holds back words that few sites use.
RIDGE = 1e-5
STEPS = 60


def read_buckets(folder):
    """One row a block, each scaled by the root of its number of words."""
    cells, ends = [], [0]
    for line in open(f'{folder}/texts.jsonl', encoding='utf8'):
        for buckets in json.loads(line)['buckets']:
            cells.extend(sorted(buckets))
            ends.append(len(cells))
    counts = np.diff(ends)
    values = np.repeat(1 / np.sqrt(np.maximum(counts, 1)), counts)
    return csr_matrix((values, cells, ends), shape=(len(counts), BUCKETS))


def fit(matrix, label, weight):
    weight = weight / weight.sum()
    turned = matrix.T.tocsr()

    def loss(guess):
        odds = matrix @ guess[:-1] + guess[-1]
        error = weight * (1 / (1 + np.exp(-odds)) - label)
        value = (weight * np.logaddexp(0, np.where(label == 1, -odds, odds))).sum() + RIDGE / 2 * (guess[:-1] ** 2).sum()
        return value, np.append(turned @ error + RIDGE * guess[:-1], error.sum())

    return minimize(loss, np.zeros(BUCKETS + 1), jac=True, method='L-BFGS-B', options={'maxiter': STEPS}).x


def train_lexicon(rows, chosen, weight):
    """Out-of-fold scores of all blocks, and the weights trained on everything."""
    matrix = read_buckets(rows.folder)
    score = np.zeros(len(rows.label), dtype=np.float32)
    for fold in range(FOLDS):
        seen = rows.fold[chosen] != fold
        guess = fit(matrix[chosen[seen]], rows.label[chosen[seen]], weight[seen])
        held_out = np.where(rows.fold == fold)[0]
        score[held_out] = matrix[held_out] @ guess[:-1] + guess[-1]
    return score, pack(fit(matrix[chosen], rows.label[chosen], weight))


def pack(guess):
    scale = np.abs(guess[:-1]).max() / 127
    signs = np.round(guess[:-1] / scale).astype(np.int8)
    return {'weights': base64.b64encode(signs.tobytes()).decode(), 'scale': round(float(scale), 9), 'bias': round(float(guess[-1]), 6)}
