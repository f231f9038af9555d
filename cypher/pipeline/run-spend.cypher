// What the calls of a run used so far, by stage and model; microseconds, added up, are those that requests were out, waited for room, paused before repeats, and waited to be stored.
// parameters: {id: 'r1'}
// columns: stage, model, calls, promptTokens, completionTokens, micros, roomMicros, pauseMicros, storeMicros
MATCH (spend:Spend {run: $id})
UNWIND range(0, size(coalesce(spend.spendCalls, [])) - 1) AS i
RETURN spend.spendStages[i] AS stage, spend.spendModels[i] AS model, sum(spend.spendCalls[i]) AS calls,
       sum(spend.spendPromptTokens[i]) AS promptTokens, sum(spend.spendCompletionTokens[i]) AS completionTokens,
       sum(spend.spendMicros[i]) AS micros, sum(spend.spendRoomMicros[i]) AS roomMicros,
       sum(spend.spendPauseMicros[i]) AS pauseMicros, sum(spend.spendStoreMicros[i]) AS storeMicros
ORDER BY stage, model
