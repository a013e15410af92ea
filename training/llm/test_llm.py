"""Each step on a tiny random Llama with a tokenizer made here: nothing is downloaded, and nothing is claimed of its answers.

    python -m unittest training.llm.test_llm
"""

from __future__ import annotations

import json
import tempfile
import unittest
from importlib.util import find_spec
from pathlib import Path

MISSING = [name for name in ("transformers", "peft", "onnxscript") if find_spec(name) is None]
HERE = Path(__file__).parent

TEMPLATE = (
    "{% for m in messages %}<|start_header_id|>{{ m['role'] }}<|end_header_id|>\n\n{{ m['content'] }}<|eot_id|>{% endfor %}"
    "{% if add_generation_prompt %}<|start_header_id|>assistant<|end_header_id|>\n\n{% endif %}"
)


class Chat(unittest.TestCase):
    """Needs no package beyond the agent's own."""

    def test_says_what_the_app_says(self) -> None:
        from .chat import SYSTEM, user_message, write_analysis

        fixture = json.loads((HERE / "fixtures/chat.json").read_text())
        self.assertGreater(len(fixture), 2)
        for case in fixture:
            self.assertEqual(user_message(case["row"]), case["user"])
        self.assertIn("add_task(title: text", SYSTEM)
        self.assertEqual(write_analysis(["a new task", "an undo"]), "A new task and an undo.")

    def test_reads_back_what_it_writes_and_nothing_else(self) -> None:
        from training.agent.contract import load_contract

        from .chat import read_answer, write_answer

        calls = [{"tool": "add_task", "args": {"due": "friday", "title": 'say "hi" (twice), x=1', "tags": ["a", "b"]}},
                 {"tool": "delete_tasks", "args": {"filter": {"due": "today", "except": ["dentist"]}}}, {"tool": "redo", "args": {}}]
        text = write_answer({"calls": calls, "phrases": []}, load_contract())
        self.assertIn('add_task(title="say \\"hi\\" (twice), x=1", due="friday", tags=["a", "b"])', text)
        self.assertEqual(read_answer(text), {"calls": calls, "phrases": []})
        self.assertEqual(read_answer("<final>\nHello!\n</final>"), {"calls": [], "phrases": ["Hello!"]})
        for broken in ("", "Sure!", text[:-1], text.replace("redo()", "redo("), text.replace("redo()", "redo() x"), text.replace(", due", " due"), f"{text}\nDone!",
                       text.replace("redo()", 'undo(steps=1, steps=2)')):
            self.assertIsNone(read_answer(broken), broken)


@unittest.skipIf(MISSING, f"training/llm/requirements.txt is not installed: {', '.join(MISSING)}")
class Steps(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
        from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast
        import torch

        from .chat import SYSTEM
        from .lora import agent_contract

        cls.kept = tempfile.TemporaryDirectory()
        cls.folder = Path(cls.kept.name)
        cls.base = cls.folder / "base"
        marks = ["<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>"]
        made = Tokenizer(models.BPE())
        made.pre_tokenizer, made.decoder = pre_tokenizers.ByteLevel(add_prefix_space=False), decoders.ByteLevel()
        trainer = trainers.BpeTrainer(vocab_size=700, special_tokens=marks, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False)
        made.train_from_iterator([SYSTEM], trainer)
        tokenizer = PreTrainedTokenizerFast(tokenizer_object=made, eos_token="<|eot_id|>", chat_template=TEMPLATE)
        tokenizer.save_pretrained(cls.base)
        torch.manual_seed(1)
        torch.set_num_threads(1)  # two are many times slower beside another busy process
        config = LlamaConfig(hidden_size=64, intermediate_size=96, num_hidden_layers=2, num_attention_heads=4, num_key_value_heads=2, vocab_size=len(tokenizer),
                             max_position_embeddings=4096, bos_token_id=None, eos_token_id=tokenizer.eos_token_id, tie_word_embeddings=True)
        LlamaForCausalLM(config).save_pretrained(cls.base)
        cls.contract, cls.pieces = agent_contract()
        cls.row = {"id": "x", "text": "add milk", "previous": None, "state": None, "target": {"calls": [{"tool": "add_task", "args": {"title": [{"span": [4, 8]}]}}]}}
        cls.train_and_merge()

    @classmethod
    def train_and_merge(cls) -> None:
        from .lora import examples, open_model, train, with_lora
        from .merge import merge

        model, tokenizer = open_model(str(cls.base), None, "cpu")
        data = examples([cls.row], tokenizer, cls.contract, cls.pieces, 4096)
        cls.labels = tokenizer.decode([label for label in data[0][1] if label >= 0])
        adapted = with_lora(model)
        cls.losses = train(adapted, data, tokenizer.eos_token_id, 12, 1, 5e-3, 1, "cpu")
        cls.rank = adapted.peft_config["default"].r, adapted.peft_config["default"].lora_alpha
        adapted.save_pretrained(cls.folder / "adapter")
        ids = data[0][0]
        cls.ids = ids[-24:]
        cls.adapted = cls.logits(adapted.eval(), cls.ids)
        merge(str(cls.base), cls.folder / "adapter", cls.folder / "merged")

    @classmethod
    def tearDownClass(cls) -> None:
        cls.kept.cleanup()

    @staticmethod
    def logits(model, ids):
        import torch

        with torch.no_grad():
            return model(input_ids=torch.tensor([ids])).logits[0].numpy()

    def merged(self):
        from .lora import open_model

        model, tokenizer = open_model(str(self.folder / "merged"), None, "cpu")
        return model.eval(), tokenizer

    def test_lora_learns_the_answer_and_nothing_of_the_question(self) -> None:
        self.assertEqual(self.rank, (16, 32))
        self.assertTrue(self.labels.startswith("<analysis>\nA new task.\n</analysis>\n<action>\nadd_task(title=\"milk\")\n</action>"), self.labels)
        self.assertLess(self.losses[-1], self.losses[0] - 0.2)

    def test_the_labs_rounds_are_learned_as_they_are_written(self) -> None:
        from .lab_rows import conversations
        from .lora import told

        _, tokenizer = self.merged()
        path = self.folder / "lab.jsonl"
        made, _ = conversations((HERE / "fixtures/lab_rounds.jsonl").read_text().splitlines())
        path.write_text("".join(json.dumps({"messages": messages}) + "\n" for messages in made))
        data = told([path], tokenizer, 4096)
        answers = [tokenizer.decode([label for label in labels if label >= 0]) for _, labels in data]
        self.assertTrue(answers[0].startswith("<analysis>\nEvery column as it is.\n</analysis>\n<code>\nprint("), answers[0])
        self.assertEqual((len(answers), told([path], tokenizer, 10)), (2, []))

    def test_merged_weights_say_what_the_adapter_said(self) -> None:
        import numpy as np

        model, _ = self.merged()
        np.testing.assert_allclose(self.logits(model, self.ids), self.adapted, atol=2e-4)

    def test_evaluation_is_the_agents(self) -> None:
        from training.agent.evaluate import summary

        from .evaluate import evaluate

        model, tokenizer = self.merged()
        [result] = evaluate(model, tokenizer, [self.row], self.contract, self.pieces, 4)
        # Four tokens are no answer.
        self.assertEqual(summary([result]), {"n": 1, "valid": 0.0, "tool": 0.0, "title": None, "due": None, "exact": 0.0, "phrases": None})
        self.assertTrue(result["raw"])

    def test_webllm_files_hold_the_weights(self) -> None:
        import numpy as np

        from .to_webllm import convert, restore

        out = self.folder / "webllm"
        convert(self.folder / "merged", out, "q4f16_1", 2048)
        index = json.loads((out / "tensor-cache.json").read_text())
        arrays = {}
        for shard in index["records"]:
            content = (out / shard["dataPath"]).read_bytes()
            self.assertEqual(len(content), shard["nbytes"])
            for r in shard["records"]:
                arrays[r["name"]] = np.frombuffer(content, r["dtype"], int(np.prod(r["shape"])), r["byteOffset"]).reshape(r["shape"])
        model, _ = self.merged()
        weights = {name: value.detach().numpy() for name, value in model.state_dict().items()}
        at = "model.layers.1.self_attn"
        gold = np.concatenate([weights[f"{at}.{part}_proj.weight"] for part in "qkv"])
        ours = restore(arrays[f"{at}.qkv_proj.q_weight"], arrays[f"{at}.qkv_proj.q_scale"])
        self.assertEqual(arrays[f"{at}.qkv_proj.q_weight"].shape, (128, 8))
        step = np.repeat(arrays[f"{at}.qkv_proj.q_scale"].astype(np.float32), 32, -1)
        self.assertTrue((np.abs(gold - ours) <= step * 0.51 + 1e-6).all())
        self.assertNotIn("lm_head.q_weight", arrays)
        config = json.loads((out / "mlc-chat-config.json").read_text())
        self.assertEqual((config["model_type"], config["quantization"], config["tokenizer_files"]), ("llama", "q4f16_1", ["tokenizer.json", "tokenizer_config.json"]))

    def test_onnx_graph_says_what_pytorch_says_with_a_cache_and_without(self) -> None:
        import numpy as np
        import onnxruntime

        from .to_transformers_js import convert, names

        out = self.folder / "js"
        convert(self.folder / "merged", out)
        session = onnxruntime.InferenceSession(str(out / "onnx/model.onnx"), providers=["CPUExecutionProvider"])
        self.assertEqual({i.name for i in session.get_inputs()}, {"input_ids", "attention_mask", "position_ids", *names(2, "past_key_values")})
        model, _ = self.merged()
        gold = self.logits(model, self.ids)
        past = {name: np.zeros((1, 2, 0, 16), np.float32) for name in names(2, "past_key_values")}
        seen, came = 0, []
        for part in (self.ids[:20], self.ids[20:21], self.ids[21:]):
            feeds = {"input_ids": np.array([part]), "attention_mask": np.ones((1, seen + len(part)), np.int64), "position_ids": np.arange(seen, seen + len(part))[None]}
            logits, *present = session.run(None, {**feeds, **past})
            past = dict(zip(past, present))
            seen += len(part)
            came.append(logits[0])
        np.testing.assert_allclose(np.concatenate(came), gold, atol=2e-4)
        self.assertTrue((out / "tokenizer.json").exists() and (out / "config.json").exists())


if __name__ == "__main__":
    unittest.main()
