package dev.grip.web;

/** Answers of the API about problems, as its description shows them. */
final class ProblemExamples {

    static final String PAGE =
            """
            {
              "problems": [
                {
                  "key": "0146ffe891627ca5639ec9e0", "run": "run-0ee3285880b5", "madeAt": "2026-11-21T21:26:09.250Z",
                  "rehearsal": false, "text": "Let $n$ be the number of ...", "trouble": null,
                  "verdict": "passed", "score": 0.99, "difficulty": "medium", "model": "Qwen/Qwen2.5-32B-Instruct",
                  "kind": "TWO_HOP",
                  "knowledgePoints": [
                    {"id": "kp-351d3adeb53cb0cb6f5d1ad6", "name": "Percentages"},
                    {"id": "kp-d5fa88e071f749d4b8a215e9", "name": "Averages"}
                  ],
                  "solutions": [
                    {"key": "5d1c7ad2f0be01cc45ed9a1e", "text": "... The answer is \\\\boxed{3}.", "answer": "3",
                     "trouble": null, "verdict": "passed", "model": "Qwen/Qwen2.5-Math-7B-Instruct"}
                  ]
                }
              ],
              "next": "1795296369250-0146ffe891627ca5639ec9e0"
            }
            """;

    static final String STORY =
            """
            {
              "story": {
                "key": "0146ffe891627ca5639ec9e0", "run": "run-0ee3285880b5", "text": "Let $n$ be the number of ...",
                "verdict": "passed", "score": 0.99, "difficulty": "medium", "rater": "Qwen/Qwen2.5-7B-Instruct",
                "rehearsal": false,
                "generator": {"model": "Qwen/Qwen2.5-32B-Instruct", "prompt": "synthesis/write-problem", "promptVersion": 1},
                "combination": {"key": "2c8080eb1419c200c5ed0cac", "kind": "TWO_HOP", "distance": 2, "weight": 1.0},
                "knowledgePoints": [
                  {"id": "kp-351d3adeb53cb0cb6f5d1ad6", "name": "Percentages", "status": "active", "seeds": 31,
                   "first": [{"id": "gsm8k-train-00005", "mentions": [{"text": "percentages"}]}]}
                ],
                "votes": [{"model": "deepseek-ai/DeepSeek-R1-Distill-Qwen-7B", "weight": 1.0, "score": 0.97,
                           "explanation": "Clear, and all data are given."}],
                "solutions": [{"key": "5d1c7ad2f0be01cc45ed9a1e", "answer": "3", "verdict": "passed",
                               "votes": [{"model": "deepseek-ai/DeepSeek-R1-Distill-Qwen-7B", "approved": true}]}]
              },
              "path": [
                {"from": {"id": "kp-351d3adeb53cb0cb6f5d1ad6", "name": "Percentages"},
                 "to": {"id": "kp-3d47bf94ec75801d2bf046df", "name": "Dividing"},
                 "weight": 4, "seeds": ["gsm8k-train-00005", "gsm8k-train-00026"]}
              ],
              "prompts": [{"name": "synthesis/write-problem", "version": 1, "hash": "3ab569ea", "text": "## System ..."}]
            }
            """;

    static final String SEED =
            """
            {
              "kind": "seed", "id": "gsm8k-train-00001",
              "story": {"id": "gsm8k-train-00001", "source": "gsm8k.jsonl", "problem": "Weng earns $12 an hour ...",
                        "answer": "10", "mentions": [{"text": "unit rates", "verdict": "keep"}],
                        "problems": {"count": 0, "first": []}}
            }
            """;

    private ProblemExamples() {}
}
