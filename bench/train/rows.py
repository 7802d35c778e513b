"""What dump.ts wrote comes in as numpy arrays; rows, targets, weights and folds for the trainer go out."""
import hashlib
import json

import numpy as np

FOLDS = 5
SEED = 7
# Longer pages would otherwise be most of the training set: of every page about this many rows are used.
ROWS_OF_A_PAGE = 250
# Guides and blogs list more than news does: they teach, but do not rule.
SHARE_OF_SET = {'wcxb-dev': 0.5, 'trafilatura-eval': 0.5}
SHARE_OF_GUESSED = 0.7


class Rows:
    """All rows of one kind of page ('html' or 'text'), in the order of the pages."""

    def __init__(self, folder, second):
        self.folder = folder
        self.pages = json.load(open(f'{folder}/pages.json', encoding='utf8'))
        self.names, self.features = read(folder, 'rows')
        if second:
            names, features = read(folder, 'second')
            self.names, self.features = self.names + names, np.hstack([self.features, features])
        self.sizes = np.array([page['rows'] for page in self.pages])
        self.start = np.concatenate([[0], np.cumsum(self.sizes)])
        self.page = np.repeat(np.arange(len(self.pages)), self.sizes)
        self.label = np.concatenate([np.array(page['labels'], dtype=np.int8) for page in self.pages])
        self.words = np.concatenate([np.array(page['words'], dtype=np.float32) for page in self.pages])
        self.fold = np.array([fold_of(page['site']) for page in self.pages])[self.page]
        # Pages whose labels are only guessed, see borrow.py.
        self.guessed = set()

    def keep(self, columns):
        """Forgets all other features."""
        self.names = [self.names[at] for at in columns]
        self.features = np.ascontiguousarray(self.features[:, columns])

    def sample(self):
        """Which rows to train on, and with what weight. Rows that are left out count through those that stay."""
        chance = np.where(self.label == 1, 1.0, np.where(self.words > 3, 0.7, 0.25))
        chance = chance * np.clip(ROWS_OF_A_PAGE / self.sizes[self.page], 0.3, 1)
        luck = np.random.RandomState(SEED).rand(len(self.label))
        chosen = np.where((self.label >= 0) & (luck < chance))[0]
        weight = (self.weights() / chance)[chosen]
        return chosen, weight / weight.mean()

    def weights(self):
        """Words matter, not blocks, and pages matter more than their length: the measure is a mean over pages."""
        weights = np.zeros(len(self.label), dtype=np.float32)
        for at, page in enumerate(self.pages):
            rows = slice(self.start[at], self.start[at + 1])
            words = self.words[rows]
            if page['best'] is None and at not in self.guessed:
                weights[rows] = np.minimum(words + 1, 40) / 120
            else:
                body = max(words[self.label[rows] == 1].sum(), 40)
                weights[rows] = (words + 1.5) / body**0.6
            weights[rows] *= SHARE_OF_GUESSED if at in self.guessed else SHARE_OF_SET.get(page['set'], 1)
        return weights


def read(folder, name):
    names = json.load(open(f'{folder}/{name}.json', encoding='utf8'))
    return names, np.fromfile(f'{folder}/{name}.f32', dtype=np.float32).reshape(-1, len(names))


def fold_of(site):
    """A site is in the same fold in every set and every year."""
    return int(hashlib.md5(site.encode()).hexdigest(), 16) % FOLDS
