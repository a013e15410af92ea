"""The data keeps its rules, a few steps learn, the exported graph computes what PyTorch computes.

    python -m unittest training.guard.test_guard
"""

from __future__ import annotations

import random
import tempfile
import unittest
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch

from .augment import augment
from .calibrate import refusal_cuts
from .generate.acts import HEADS, RISKS, Judgement, all_acts, expand, parse_code, read_acts
from .generate.forms import say, say_two
from .generate.generator import generate, split_of
from .graph import build_guard_graph, peaks_of
from .judge import probabilities, verdict
from .metrics import calibration_error, f1, head_scores
from .model import Batch, Guard, take_weights
from .own import read_own
from .prepare import DATA, decide, digest, load_held_out, read_jsonl
from .read_graph import read_guard
from .train import focal, head_weights, heads_loss, similarity_loss, targets_of, weight_of
from .written import check as check_written, read_written, tested


def yes(**no: bool) -> dict[str, bool]:
    return {h: no.get(h, True) for h in HEADS}


class ActsTest(unittest.TestCase):
    def test_every_file_reads_and_every_pattern_expands(self) -> None:
        acts = all_acts()
        self.assertGreater(len(acts), 2500)
        self.assertGreater(len({a.category for a in acts}), 33)
        rng = random.Random(1)
        for act in acts:
            self.assertNotRegex(expand(act.pattern, rng), r"[{}|]")

    def test_a_bad_header_is_refused(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "x.txt"
            path.write_text("== home | Low FLER-\nwater the ferns\n")
            with self.assertRaises(ValueError):
                read_acts(path)

    def test_a_note_is_never_limited_and_a_bare_command_keeps_its_own(self) -> None:
        act = next(a for a in all_acts() if a.category == "email" and not a.whole)
        rng = random.Random(2)
        self.assertTrue(say(act, rng, "bare")["limited"])
        self.assertFalse(say(act, rng, "note")["limited"])
        self.assertFalse(say(act, rng, "how")["limited"])
        self.assertIsNone(say(act, rng, "want")["limited"])

    def test_two_acts_take_the_worse_of_each_head(self) -> None:
        joined = parse_code("L", "FLE--").joined(parse_code("H", "F--R-"))
        self.assertEqual(joined, Judgement(2, True, False, False, False, False))
        acts = [a for a in all_acts() if not a.whole]
        self.assertEqual(say_two(acts[0], acts[1], random.Random(3))["label_source"], "template")

    def test_generator_is_seeded_and_splits_by_act(self) -> None:
        rows = generate(7, floor=0, pairs=40, titles=40)
        self.assertEqual(rows, generate(7, floor=0, pairs=40, titles=40))
        for row in rows[:500]:
            self.assertEqual(row["split"], split_of(row["group"]))


class SheetTest(unittest.TestCase):
    def test_first_line_that_fits_decides(self) -> None:
        self.assertEqual(decide("hwu64", "lists_query", "what is on my list")["heads"], "yyyyn")
        self.assertEqual(decide("clinc150", "transfer", "move money")["risk"], "LM")
        self.assertIsNone(decide("nowhere", "x", "text"))

    def test_committed_rows_hold_no_unverified_source_and_no_held_out_text(self) -> None:
        rows = read_jsonl(DATA / "public.jsonl.gz") + read_jsonl(DATA / "public-sharealike.jsonl.gz")
        self.assertFalse({r["source"] for r in rows} & {"coconot", "coconot_benign", "coconot_benign_more"})
        held = {t.lower() for name, texts in load_held_out().items() for t in texts}
        self.assertFalse({r["text"].lower() for r in rows} & held)


class OwnRowsTest(unittest.TestCase):
    def read(self, text: str) -> list[dict]:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "own.jsonl"
            path.write_text(text, encoding="utf-8")
            return read_own(path)

    def test_what_the_app_writes_is_taken_in(self) -> None:
        """src/view/data/data-rows.test.ts writes the same file from the page's own code."""
        rows = read_own(DATA / "own-example.jsonl")
        self.assertEqual([r["risk"] for r in rows], ["L", "M"])
        risk, answer, known = targets_of(rows)
        self.assertEqual(known.tolist(), [[1, 1, 1, 1, 1], [1, 1, 1, 1, 0]])
        self.assertEqual(answer[1].tolist(), [1, 0, 0, 0, 0])
        self.assertTrue(all(r["split"] == "train" and weight_of(r) > 0 for r in rows))

    def test_the_last_label_of_a_text_wins(self) -> None:
        line = (DATA / "own-example.jsonl").read_text(encoding="utf-8").splitlines()[0]
        rows = self.read(line + "\n" + line.replace('"risk":"L"', '"risk":"H"').replace("Drop", "drop") + "\n")
        self.assertEqual([r["risk"] for r in rows], ["H"])

    def test_what_does_not_fit_is_refused_with_its_line(self) -> None:
        line = (DATA / "own-example.jsonl").read_text(encoding="utf-8").splitlines()[0]
        for bad in ("{", "[]", line.replace('"L"', '"LM"'), line.replace('"legal":true', '"legal":"yes"'), line.replace('"own"', '"advbench"'),
                    line.replace("Drop the kids off", " "), line.replace('"group"', '"grp"')):
            with self.assertRaisesRegex(ValueError, "own.jsonl:2"):
                self.read(line + "\n" + bad + "\n")


class HandTest(unittest.TestCase):
    def test_rows_for_choosing_carry_the_verdict_of_the_policy_and_no_text_twice(self) -> None:
        rows = read_jsonl(DATA / "hand/dev.jsonl") + read_jsonl(DATA / "hand/dev2.jsonl")
        self.assertEqual(len({r["text"].lower() for r in rows}), 300)
        for row in rows:
            self.assertEqual(verdict(RISKS.index(row["risk"]), row), row["verdict"], row["id"])


class PolicyTest(unittest.TestCase):
    def test_policy(self) -> None:
        self.assertEqual(verdict(0, yes(legal=False)), "refuse")
        self.assertEqual(verdict(1, yes(ethical=False)), "refuse")
        self.assertEqual(verdict(0, yes(ethical=False)), "confirm")
        self.assertEqual(verdict(2, yes()), "confirm")
        self.assertEqual(verdict(1, yes(reversible=False)), "confirm")
        self.assertEqual(verdict(0, yes(reversible=False)), "allow")
        self.assertEqual(verdict(1, yes(feasible=False)), "allow")

    def test_cuts_of_refusal_move_only_for_a_gain(self) -> None:
        harm = {"risk": "H", "feasible": True, "legal": False, "ethical": False, "reversible": True, "limited": False}
        fine = {"risk": "L", **yes(limited=False)}
        rows = [harm, fine, harm | {"source": "generator"}, fine | {"source": "generator"}]
        risk = np.eye(3)[[2, 0, 2, 0]]
        sure, unsure = np.tile([0.9, 0.1, 0.1, 0.9, 0.1], (4, 1)), np.tile([0.9, 0.58, 0.9, 0.9, 0.1], (4, 1))
        sure[[1, 3]], unsure[[1, 3]] = [0.9, 0.9, 0.9, 0.9, 0.1], [0.9, 0.9, 0.9, 0.9, 0.1]
        self.assertEqual(refusal_cuts(rows, risk, sure)["legal"], 0.5)
        self.assertEqual(refusal_cuts(rows, risk, unsure)["legal"], 0.6)

    def test_metrics(self) -> None:
        truth, said = np.array([1, 1, 0, 0]), np.array([1, 0, 0, 0])
        self.assertAlmostEqual(f1(truth, said, 1), 2 / 3)
        self.assertAlmostEqual(calibration_error(np.array([0.9, 0.9]), np.array([True, False])), 0.4)
        rows = [{"risk": "L", **{h: True for h in HEADS}}, {"risk": "LM", **{h: None for h in HEADS}}]
        scores = head_scores(rows, np.eye(3)[[0, 1]], np.ones((2, 5)))
        self.assertEqual(scores["risk"]["n"], 1)


class LossTest(unittest.TestCase):
    def test_masks_and_partial_levels(self) -> None:
        rows = [{"risk": "MH", "feasible": True, "legal": None, "ethical": False, "reversible": None, "limited": None}]
        risk, answer, known = targets_of(rows)
        self.assertEqual(risk.tolist(), [[0, 1, 1]])
        self.assertEqual(known.tolist(), [[1, 0, 1, 0, 0]])
        weights = (torch.ones(3), torch.ones(5, 2))
        for changed in (4, 6, 7):  # legal, reversible, limited are masked
            logits = torch.zeros(1, 8)
            plain = heads_loss(logits, (risk, answer, known), weights, 1.5)
            logits[0, changed] = 5
            self.assertAlmostEqual(float(plain), float(heads_loss(logits, (risk, answer, known), weights, 1.5)), places=6)

    def test_focal_and_similarity(self) -> None:
        self.assertLess(float(focal(torch.tensor(0.9), 2.0)), float(-torch.tensor(0.9).log()))
        vectors = torch.randn(4, 8)
        self.assertLess(float(similarity_loss(vectors, vectors)), 1e-5)

    def test_augmentation_keeps_the_words(self) -> None:
        rng = random.Random(4)
        for _ in range(50):
            self.assertIn("ferns", augment("water the ferns", rng).lower().replace("fenrs", "ferns") + "ferns")


class ModelTest(unittest.TestCase):
    def small(self) -> Guard:
        torch.manual_seed(0)
        return Guard(60, layers=2).eval()

    def test_a_few_steps_learn(self) -> None:
        model, rows = self.small().train(), [
            {"risk": "L", **{h: True for h in HEADS}}, {"risk": "H", **{h: False for h in HEADS}}] * 4
        batch = Batch(torch.tensor([[1, 5, 6, 2], [1, 9, 8, 2]] * 4), torch.ones(8, 4, dtype=torch.long))
        optimizer, losses = torch.optim.AdamW(model.parameters(), 1e-3), []
        for _ in range(12):
            loss = heads_loss(model(batch)[0], targets_of(rows), head_weights(rows), 1.5)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(float(loss.detach()))
        self.assertLess(losses[-1], 0.5 * losses[0])

    def test_frozen_layers_get_no_gradient(self) -> None:
        model = Guard(60, layers=2, frozen=1)
        model(Batch(torch.tensor([[1, 2]]), torch.ones(1, 2, dtype=torch.long)))[0].sum().backward()
        self.assertIsNone(model.rows.weight.grad)
        self.assertTrue(all(p.grad is not None for n, p in model.learning()))

    def test_earlier_weights_without_looks_judge_by_the_mean_at_first(self) -> None:
        model, earlier = self.small(), self.small().state_dict()
        del earlier["head_look.weight"]
        earlier["head_up.weight"] = torch.ones(384, 384)
        table = model.rows.weight.clone()
        take_weights(model, earlier)
        self.assertTrue(torch.equal(model.head_up.weight[:, :384], torch.ones(384, 384)))
        self.assertTrue(torch.equal(model.rows.weight, table))

    def test_an_exported_graph_is_read_back(self) -> None:
        model = self.small()
        batch = Batch(torch.tensor([[1, 5, 6, 2]]), torch.ones(1, 4, dtype=torch.long))
        for int8, near in ((False, 1e-5), (True, 0.02)):
            graph = onnx.load_from_string(build_guard_graph(model, int8, peaks_of(model, [batch])).SerializeToString())
            back = read_guard(graph, 60)
            for (name, ours), (_, theirs) in zip(model.named_parameters(), back.named_parameters()):
                self.assertLess(float((ours - theirs).detach().abs().max()), near * float(ours.detach().abs().max()) + 1e-6, name)

    def test_graph_equals_torch(self) -> None:
        model = self.small()
        batch = Batch(torch.tensor([[1, 5, 6, 2], [1, 9, 2, 0]]), torch.tensor([[1, 1, 1, 1], [1, 1, 1, 0]]))
        with torch.no_grad():
            logits, vector = model(batch)
        feeds = {"input_ids": batch.ids.numpy(), "attention_mask": batch.mask.numpy(), "token_type_ids": np.zeros((2, 4), np.int64)}
        for int8, peaks, near in ((False, None, 2e-4), (True, None, 0.25), (True, peaks_of(model, [batch]), 0.25)):
            session = onnxruntime.InferenceSession(build_guard_graph(model, int8, peaks).SerializeToString())
            found = dict(zip([o.name for o in session.get_outputs()], session.run(None, feeds)))
            ours = np.concatenate([found[n] for n in ("risk", *HEADS)], 1)
            np.testing.assert_allclose(ours, logits.numpy(), atol=near)
            np.testing.assert_allclose(found["sentence_vector"], vector.numpy(), atol=near)
        risk, heads = probabilities(ours)
        np.testing.assert_allclose(risk.sum(1), 1, atol=1e-5)
        self.assertTrue(((heads > 0) & (heads < 1)).all())


class Written(unittest.TestCase):
    def test_every_written_row_is_whole_and_none_is_measured(self):
        rows = read_written(digest)
        self.assertGreater(len(rows), 900)
        self.assertEqual({r["split"] for r in rows}, {"train", "dev"})
        self.assertFalse({r["group"] for r in rows} & tested())
        self.assertTrue(all(type(r[h]) is bool for r in rows for h in HEADS))

    def test_a_faulty_line_is_named(self):
        for line in ("{", '{"text": ""}', '{"text": "a", "risk": "low"}', '{"text": "a", "risk": "Low", "feasible": 1}'):
            with self.assertRaisesRegex(ValueError, "b.jsonl:7"):
                check_written(line, "b.jsonl:7")


if __name__ == "__main__":
    unittest.main()
