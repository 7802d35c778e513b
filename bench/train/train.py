"""Trains the body labeller: `python train.py first|second|text --rows DIR [--weights DIR --data DIR]`. See README.md beside this file.

`first` trains the forest of HTML that judges blocks by themselves, and writes what models that have not seen a page's site think of its
blocks (`first.f32`). `second` trains the second forest of HTML on that, and the lexicon of plain text on what it has learned. `text`
trains the forest of plain text, and writes all weights and the model card. The same input gives the same output.
"""
import argparse
import json

import lightgbm as lgb
import numpy as np

from borrow import borrow
from card import write_card
from lexicon import train_lexicon
from measure import read_cases, scores_by_set
from pack import pack, write
from rows import FOLDS, SEED, Rows

TREES = {'first': 140, 'second': 160, 'text': 200}
# A feature costs time on every page that is ever read; the last hundred of them bring nothing that can be measured.
KEEP = {'first': 110, 'second': 140, 'text': 107}
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


def run(rows, stage):
    """Trains one forest; gives back what the card and the weights need, the scores shifted to the best threshold."""
    print(stage, rows.features.shape, flush=True)
    score, model = train(rows, TREES[stage], KEEP[stage])
    cases = read_cases(rows)
    threshold = best_threshold(rows, cases, score)
    scores = scores_by_set(rows, cases, score, threshold)
    print(threshold, {name: round(100 * float(values[0]), 2) for name, values in scores.items()}, flush=True)
    gains = sorted(zip(model.feature_importance('gain').tolist(), rows.names), reverse=True)
    bias = -float(np.log(threshold / (1 - threshold)))
    # What the scores would be at run time on a site that the models have not seen, for bench/score-oof.ts.
    odds = score / (1 - score) * np.exp(bias)
    (odds / (1 + odds)).astype(np.float32).tofile(f'{rows.folder}/oof.f32')
    return score, {'scores': scores, 'threshold': threshold, 'gains': gains, 'plain': pack(model, rows.names, 0.0),
                   'shifted': pack(model, rows.names, bias)}


def text_rows(folder, second):
    """Plain text, with labels borrowed from HTML where nobody has marked the body."""
    text, html = Rows(f'{folder}/text', second), Rows(f'{folder}/html', second=False)
    text.guessed = set(borrow(text, html, np.fromfile(f'{folder}/html/oof.f32', dtype=np.float32)))
    return text


def first(options):
    score, result = run(Rows(f'{options.rows}/html', second=False), 'first')
    score.tofile(f'{options.rows}/html/first.f32')
    keep_model(options, 'first', result)


def second(options):
    keep_model(options, 'second', run(Rows(f'{options.rows}/html', second=True), 'second')[1])
    rows = text_rows(options.rows, second=False)
    score, lexicon = train_lexicon(rows, *rows.sample())
    score.tofile(f'{options.rows}/text/first.f32')
    keep_model(options, 'lexicon', lexicon)


def text(options):
    html = [model(options, stage) for stage in ('first', 'second')]
    result = run(text_rows(options.rows, second=True), 'text')[1]
    write(f'{options.weights}/html.weights.json', {'forests': [html[0]['plain'], html[1]['shifted']]})
    write(f'{options.weights}/text.weights.json', {'forests': [result['shifted']], 'lexicon': model(options, 'lexicon')})
    write_card(f'{options.weights}/model-card.md', options.data, {'html': html[1], 'text': result}, SETTINGS, TREES)


def keep_model(options, stage, result):
    write(f'{options.rows}/{stage}.model.json', result)


def model(options, stage):
    return json.load(open(f'{options.rows}/{stage}.model.json', encoding='utf8'))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('stage', choices=['first', 'second', 'text'])
    parser.add_argument('--rows', default='.wirefold/train')
    parser.add_argument('--weights', default='shared/core/score')
    parser.add_argument('--data', default='../shared/bench/data')
    options = parser.parse_args()
    {'first': first, 'second': second, 'text': text}[options.stage](options)


if __name__ == '__main__':
    main()
