"""LightGBM models come in, the packed forest that shared/core/score/forest.ts reads goes out."""
import base64
import json

import numpy as np


def below(value):
    """The largest 32-bit float that is not above `value`, so that `x <= value` means the same for 32-bit x."""
    near = np.float32(value)
    return near if float(near) <= value else np.nextafter(near, np.float32(-np.inf))


def text(values, kind):
    return base64.b64encode(np.asarray(values, dtype=kind).tobytes()).decode()


def walk(tree, nodes, leaves):
    """Adds one tree, root first; gives back the number of its node, or ~number of its leaf."""
    if 'leaf_value' in tree:
        leaves.append(tree['leaf_value'])
        return ~(len(leaves) - 1)
    at = len(nodes)
    nodes.append([tree['split_feature'], below(tree['threshold']), 0, 0])
    nodes[at][2] = walk(tree['left_child'], nodes, leaves)
    nodes[at][3] = walk(tree['right_child'], nodes, leaves)
    return at


def pack(model, names, bias):
    dumped = model.dump_model()
    used = sorted({name for name, count in zip(names, model.feature_importance()) if count > 0})
    number = {names.index(name): at for at, name in enumerate(used)}
    nodes, leaves, roots, leaf_roots = [], [], [], []
    for info in dumped['tree_info']:
        own_nodes, own_leaves = [], []
        walk(info['tree_structure'], own_nodes, own_leaves)
        if not own_nodes:
            bias += own_leaves[0]
            continue
        roots.append(len(nodes))
        leaf_roots.append(len(leaves))
        nodes += own_nodes
        leaves += own_leaves
    return {
        'features': used,
        'roots': roots,
        'leafRoots': leaf_roots,
        'split': text([number[node[0]] for node in nodes], '<u2'),
        'threshold': text([node[1] for node in nodes], '<f4'),
        'left': text([node[2] for node in nodes], '<i2'),
        'right': text([node[3] for node in nodes], '<i2'),
        'leaf': text(leaves, '<f4'),
        'bias': round(float(bias), 6),
    }


def write(path, packed):
    with open(path, 'w', encoding='utf8') as file:
        json.dump(packed, file, separators=(',', ':'))
        file.write('\n')
