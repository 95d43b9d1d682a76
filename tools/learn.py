"""Learn from the labelled texts how an offer of one's own sounds: make learn.

Writes src/valuegen/judge/weights/LANGUAGE.tsv from tests/judgement/tuning and tests/judgement/learning; what is in
unseen/ teaches nothing. Says what a model made in the same way from nine tenths tells of the last tenth. scikit-learn
is installed into an environment of its own, with hashes; nothing of it is in the program.
"""

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import yaml

from tools.judge import Text, read_texts
from valuegen.judge.parts import Writing
from valuegen.judge.readings import Readings
from valuegen.judge.selling import passage_of
from valuegen.judge.selling_words import products_of
from valuegen.judge.tone import WEIGHTS, features_of
from valuegen.prose import parse

ROOT = Path(__file__).parent.parent
HOME = ROOT / ".bench" / "learn"
LOCK = ROOT / "requirements" / "learn.lock"
SHORT = ROOT / "tests" / "judge"
RULE = "disguised-pitch"
PARTS = ("tuning", "learning")
LANGUAGES = ("es", "en")
FIT = """
import json, sys
from math import exp
import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.pipeline import make_pipeline

texts, answers = json.load(sys.stdin)
rarity = TfidfVectorizer(analyzer=lambda each: each, min_df=2, sublinear_tf=True)
model = make_pipeline(rarity, LogisticRegression(C=10, max_iter=5000))
folds = StratifiedKFold(10, shuffle=True, random_state=0)
told = cross_val_predict(model, texts, answers, cv=folds, method="decision_function")
model.fit(texts, answers)
found = model[-1]
rows = sorted(zip(rarity.get_feature_names_out(), rarity.idf_.tolist(), found.coef_[0].tolist()))
json.dump({"area": float(roc_auc_score(answers, told)), "bias": float(found.intercept_[0]), "rows": rows}, sys.stdout)
"""


def main() -> int:
    """Learn each language, and write what was learned."""
    python = _with_sklearn()
    for language in LANGUAGES:
        texts = [text for text in taught() if text.language == language]
        given = [features(text) for text in texts], [text.judged[RULE] for text in texts]
        learned = subprocess.run(
            [python, "-c", FIT], input=json.dumps(given), capture_output=True, text=True, check=True
        )
        model = json.loads(learned.stdout)
        rows = [("", 1.0, model["bias"]), *model["rows"]]
        path = WEIGHTS / f"{language}.tsv"
        path.parent.mkdir(exist_ok=True)
        written = "".join(f"{feature}\t{rarity:.2f}\t{worth:.2f}\n" for feature, rarity, worth in rows)
        path.write_text(written, encoding="utf-8")
        print(f"{language}: {len(texts)} texts, {len(rows)} weights; of the tenth left out, area {model['area']:.3f}")
    (WEIGHTS / "learned-from").write_text(digest(taught()) + "\n", encoding="utf-8")
    return 0


def taught() -> list[Text]:
    """All texts that are learned from: those of the figures, and the short ones of the tests of signals."""
    found = [text for text in read_texts(PARTS) if RULE in text.judged]
    for language in LANGUAGES:
        for file in sorted(SHORT.glob(f"selling*.{language}.yaml")):
            for part, rows in yaml.safe_load(file.read_text(encoding="utf-8")).items():
                for number, row in enumerate(rows):
                    products = [{"name": name, "url": url} for name, url in row.get("products", ())]
                    entry = {"title": "", "text": row["text"]}
                    id = f"{file.stem}-{part}-{number}"
                    found.append(Text(id, "learning", language, {RULE: part == "sells"}, "", entry, products))
    return found


def features(text: Text) -> list[str]:
    """What the program would hear in a text."""
    products = tuple((product["name"], product.get("url", "")) for product in text.products)
    said = text.entry
    writing = Writing(said["title"], said.get("summary", ""), said.get("ask", ""), parse(said["text"], text.language))
    passage = passage_of(Readings(writing, text.language))
    return list(features_of(passage, products_of(products).names))


def digest(texts: Iterable[Text]) -> str:
    """What was learned from, in few letters: weights that are older than the texts are known by it."""
    told = sorted((text.id, text.judged[RULE], sorted(text.entry.items())) for text in texts)
    return hashlib.blake2b(repr(told).encode(), digest_size=16).hexdigest()


def _with_sklearn() -> str:
    python = HOME / "venv" / "bin" / "python"
    if not python.exists():
        HOME.mkdir(parents=True, exist_ok=True)
        subprocess.run([sys.executable, "-m", "venv", str(HOME / "venv")], check=True)
        _run([str(python), "-m", "pip", "install", "-q", "--only-binary", ":all:", "--require-hashes", "-r", str(LOCK)])
    return str(python)


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, check=True)


if __name__ == "__main__":
    sys.exit(main())
