"""Trains the body labeller: `python train.py first|second --rows DIR [--weights DIR --data DIR]`. See README.md beside this file.

`first` writes what models that have not seen a page's site think of its blocks (`first.f32`). `second` trains the second models on
that, finds the threshold, and writes the weights of both and the model card. The same input gives the same output.
"""
import argparse
import json

import lightgbm as lgb
import numpy as np

from card import write_card
from measure import read_cases, scores_by_set
from pack import pack, write
from rows import FOLDS, SEED, Rows

TREES = {'first': 140, 'second': 200}
# A feature costs time on every page that is ever read; the last hundred of them bring nothing that can be measured.
KEEP = {'html': 110, 'text': 70}
SCOUT_TREES = 50
SETTINGS = {
    'objective': 'binary', 'num_leaves': 31, 'learning_rate': 0.1, 'max_bin': 63, 'min_data_in_leaf': 30,
    'feature_fraction': 0.4, 'bagging_fraction': 0.8, 'bagging_freq': 1, 'lambda_l2': 3.0, 'num_threads': 1,
    'seed': SEED, 'deterministic': True, 'force_row_wise': True, 'verbose': -1,
}
# The threshold is chosen on news; blogs and guides only train.
NEWS = ('scrapinghub', 'naeb', 'fundus')


def dataset(rows, chosen, weight):
    return lgb.Dataset(rows.features[chosen], label=rows.label[chosen], weight=weight, feature_name=rows.names,
                       params={'max_bin': SETTINGS['max_bin'], 'verbose': -1}).construct()


def train(rows, trees, keep):
    """Out-of-fold scores of all rows, and one model trained on everything."""
    chosen, weight = rows.sample()
    scout = lgb.train(SETTINGS, dataset(rows, chosen, weight), num_boost_round=SCOUT_TREES)
    rows.keep(np.sort(np.argsort(-scout.feature_importance('gain'), kind='stable')[:keep]))
    data = dataset(rows, chosen, weight)
    score = np.zeros(len(rows.label), dtype=np.float32)
    for fold in range(FOLDS):
        part = data.subset(np.where(rows.fold[chosen] != fold)[0])
        model = lgb.train(SETTINGS, part, num_boost_round=trees)
        held_out = rows.fold == fold
        score[held_out] = model.predict(rows.features[held_out], num_threads=1)
        print(f'  fold {fold} done', flush=True)
    return score, lgb.train(SETTINGS, data, num_boost_round=trees)


def best_threshold(rows, cases, score):
    news = [case for case in cases if rows.pages[case[0]]['set'].removesuffix('-text') in NEWS]
    def mean_f1(threshold):
        return np.mean([values[0] for values in scores_by_set(rows, news, score, threshold).values()])
    return max((round(0.3 + 0.025 * step, 3) for step in range(21)), key=mean_f1)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('stage', choices=['first', 'second'])
    parser.add_argument('--rows', default='.wirefold/train')
    parser.add_argument('--weights', default='shared/core/score')
    parser.add_argument('--data', default='../shared/bench/data')
    options = parser.parse_args()
    results = {}
    for kind in ('html', 'text'):
        rows = Rows(f'{options.rows}/{kind}', second=options.stage == 'second')
        print(kind, rows.features.shape, flush=True)
        score, model = train(rows, TREES[options.stage], KEEP[kind])
        cases = read_cases(rows)
        threshold = best_threshold(rows, cases, score)
        scores = scores_by_set(rows, cases, score, threshold)
        print(threshold, {name: round(100 * values[0], 2) for name, values in scores.items()}, flush=True)
        if options.stage == 'first':
            score.tofile(f'{rows.folder}/first.f32')
            write(f'{rows.folder}/first.json', pack(model, rows.names, 0.0))
            continue
        bias = -np.log(threshold / (1 - threshold))
        packed = {'first': json.load(open(f'{rows.folder}/first.json', encoding='utf8')),
                  'second': pack(model, rows.names, bias)}
        write(f'{options.weights}/{kind}.weights.json', packed)
        results[kind] = {'rows': rows, 'threshold': threshold, 'scores': scores, 'model': model}
    if results:
        write_card(f'{options.weights}/model-card.md', options.data, results, SETTINGS, TREES)


if __name__ == '__main__':
    main()
