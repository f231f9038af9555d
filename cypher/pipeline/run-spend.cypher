// What the calls of a run used so far, by stage and model; microseconds are those that requests were out, added up.
// parameters: {id: 'r1'}
// columns: stage, model, calls, promptTokens, completionTokens, micros
MATCH (slice:Slice {run: $id})
UNWIND range(0, size(coalesce(slice.spendCalls, [])) - 1) AS i
RETURN slice.spendStages[i] AS stage, slice.spendModels[i] AS model, sum(slice.spendCalls[i]) AS calls,
       sum(slice.spendPromptTokens[i]) AS promptTokens, sum(slice.spendCompletionTokens[i]) AS completionTokens,
       sum(slice.spendMicros[i]) AS micros
ORDER BY stage, model
