"""Writes what jieba for Python makes of the texts beside it (expected.json), and how it cuts odd characters (odd.json).

Run once, with jieba 0.42.1 from PyPI (pip install jieba==0.42.1): python make_expected.py
"""

import json
from pathlib import Path

import jieba
import jieba.posseg
from jieba.analyse import TFIDF, TextRank

HERE = Path(__file__).parent

ODD = [
    "用Wi-Fi上网，CRH380A-2761次",
    "v2.x和v1.2.3，1.5a，3-5%，3.14%的人",
    "a_b.c+d&e#f%g--h..i1.",
    "C++和C#，T恤，卡拉OK，AT&T公司",
    "㐀㐁镕䶮和𠮷野家，鿏鿕鿖",
    "第一行\r\n第二行\n\n  第三行\t全角　空格",
    "２０２６年７月，ＧＤＰ增长５％",
    "（甲）“乙”……——《丙》①②",
    "10.5公里/小时，8∶30—9:15，-12.5℃",
    "a",
    "-",
    "",
]


def expected(path):
    text = path.read_text(encoding="utf-8")
    return {
        "name": path.name,
        "cut": list(jieba.cut(text)),
        "tf_idf": TFIDF().extract_tags(text, topK=20, withWeight=True),
        "tagged": [[pair.word, pair.flag] for pair in jieba.posseg.cut(text)],
        "text_rank": TextRank().textrank(text, topK=20, withWeight=True),
    }


def main():
    assert jieba.__version__ == "0.42.1", jieba.__version__
    rows = [expected(path) for path in sorted((HERE / "texts").glob("*.txt"))]
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    (HERE / "expected.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    odd = ",\n".join(json.dumps([text, list(jieba.cut(text))], ensure_ascii=False) for text in ODD)
    (HERE / "odd.json").write_text(f"[\n{odd}\n]\n", encoding="utf-8")


main()
