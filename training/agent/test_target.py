"""python -m unittest training.agent.test_target"""

import random
import unittest

from .contract import load_contract
from .fixture import CASES
from .grammar import Grammar
from .samples import sample_rows
from .source import Pieces, State, build_source
from .target import Answer, Malformed, read_tokens, write_body, write_target
from .vocabulary import MODEL_FOLDER

BODIES = [
    'add_task(title="pack the Van", due="friday ten past seven")',
    'add_task(title="buy stamps")\nadd_task(title="call Zoë")\nadd_task(title="water the plants", repeat="every day")',
    'delete_tasks(filter={"list": "work", "status": "open", "except": ["bins", "café run"]})',
    'update_task(task="it", due="none", priority="high")',
    'undo(steps=3)',
    'Hello! Tell me what you need to get done.',
    'search_tasks(text="eye test")',
    'complete_task(task="second one")',
]


class TargetTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.contract, cls.pieces = load_contract(), Pieces.load(MODEL_FOLDER / "tokenizer.json")

    def source(self, row: dict):
        return build_source(row["text"], row.get("previous"), State.from_json(row.get("state")), self.contract, self.pieces)

    def test_rows_become_tokens_and_tokens_become_calls(self) -> None:
        for row, body in zip(sample_rows(), BODIES, strict=True):
            source = self.source(row)
            tokens = [s.token for s in write_target(row["target"], self.contract, source)]
            self.assertEqual(write_body(read_tokens(tokens, self.contract, source)), body)

    def test_strings_are_json(self) -> None:
        answer = Answer([{"tool": "add_task", "args": {"title": 'say "hi"\né'}}], [], [{}])
        self.assertEqual(write_body(answer), 'add_task(title="say \\"hi\\"\\né")')

    def test_every_walk_through_the_grammar_can_be_read(self) -> None:
        rng = random.Random(11)
        for case in CASES * 4:
            source = self.source(case)
            grammar, tokens = Grammar(self.contract, source), []
            while not grammar.done:
                legal = grammar.legal()
                end = self.contract.id("control", "</s>")
                tokens.append(end if end in legal and rng.random() < 0.5 else rng.choice(legal))
                grammar.advance(tokens[-1])
            answer = read_tokens(tokens, self.contract, source)
            self.assertTrue(write_body(answer))

    def test_what_the_grammar_forbids_is_malformed(self) -> None:
        row = sample_rows()[0]
        source = self.source(row)
        tokens = [s.token for s in write_target(row["target"], self.contract, source)]
        for broken in (tokens[:-1], tokens[1:], tokens[:1] + tokens, tokens[:4] + tokens[5:]):
            with self.assertRaises(Malformed):
                read_tokens(broken, self.contract, source)


if __name__ == "__main__":
    unittest.main()
