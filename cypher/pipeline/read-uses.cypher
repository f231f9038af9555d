// What the calls of slices used whose problems were all written for the run itself, of runs with the same configuration, by run, stage and model.
// parameters: {decides: '{}', rehearsal: true, write: 's'}
// columns: run, activeMillis, stage, model, calls, promptTokens, completionTokens, micros
MATCH (run:Run {decides: $decides, rehearsal: $rehearsal})
MATCH (slice:Slice {run: run.id})
WHERE slice.state IN ['done', 'failed']
  AND reduce(written = 0, i IN range(0, size(coalesce(slice.spendCalls, [])) - 1) |
        written + CASE WHEN slice.spendStages[i] = $write THEN slice.spendCalls[i] ELSE 0 END) >= slice.size
UNWIND range(0, size(slice.spendCalls) - 1) AS i
RETURN run.id AS run, coalesce(run.activeMillis, 0) AS activeMillis, slice.spendStages[i] AS stage,
       slice.spendModels[i] AS model, sum(slice.spendCalls[i]) AS calls,
       sum(slice.spendPromptTokens[i]) AS promptTokens, sum(slice.spendCompletionTokens[i]) AS completionTokens,
       sum(slice.spendMicros[i]) AS micros
ORDER BY run, stage, model
