"""Labels for pages whose body nobody has marked: what the HTML models make of a page teaches the model of its bare text.

The text of such a page comes in, with the out-of-fold scores of its blocks in HTML; where those are sure, its lines are labelled.
"""
import json

import numpy as np

# From here on the HTML models are believed.
BODY, OTHER = 0.85, 0.15
# Lines of the text that are looked through for the next block.
REACH = 60
FEWEST_PARAGRAPHS = 3


def borrow(text, html, scores):
    """Labels the rows of `text` in place; gives back the numbers of the pages that have borrowed."""
    known = blocks_of(html, scores)
    borrowers = []
    for at, (page, line) in enumerate(zip(text.pages, open(f'{text.folder}/texts.jsonl', encoding='utf8'))):
        if page['best'] is not None or (page['set'], page['name']) not in known:
            continue
        rows = slice(text.start[at], text.start[at + 1])
        found = judge(json.loads(line)['texts'], *known[page['set'], page['name']])
        labels = np.where(text.label[rows] >= 0, text.label[rows], found)
        if (labels == 1).sum() >= FEWEST_PARAGRAPHS:
            text.label[rows] = labels
            borrowers.append(at)
    return borrowers


def blocks_of(html, scores):
    known = {}
    for at, (page, line) in enumerate(zip(html.pages, open(f'{html.folder}/texts.jsonl', encoding='utf8'))):
        if page['best'] is None:
            known[page['set'], page['name']] = (json.loads(line)['texts'], scores[html.start[at]:html.start[at + 1]])
    return known


def judge(lines, blocks, scores):
    """A line that is a block, word for word and in order, gets its label; others, and blocks in doubt, are unknown."""
    labels = np.full(len(lines), -1, dtype=np.int8)
    after = 0
    for at, line in enumerate(lines):
        found = next((i for i in range(after, min(len(blocks), after + REACH)) if blocks[i] == line), None)
        if found is None:
            continue
        after = found + 1
        if scores[found] > BODY:
            labels[at] = 1
        elif scores[found] < OTHER:
            labels[at] = 0
    return labels
