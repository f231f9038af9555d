// What the calls of a run used so far, by stage and model; microseconds, added up, are those that requests were out, waited for room, paused before repeats, and waited to be stored.
// parameters: {id: 'r1'}
// columns: stage, model, calls, promptTokens, completionTokens, micros, roomMicros, pauseMicros, storeMicros
MATCH (slice:Slice {run: $id})
UNWIND range(0, size(coalesce(slice.spendCalls, [])) - 1) AS i
RETURN slice.spendStages[i] AS stage, slice.spendModels[i] AS model, sum(slice.spendCalls[i]) AS calls,
       sum(slice.spendPromptTokens[i]) AS promptTokens, sum(slice.spendCompletionTokens[i]) AS completionTokens,
       sum(slice.spendMicros[i]) AS micros, sum(slice.spendRoomMicros[i]) AS roomMicros,
       sum(slice.spendPauseMicros[i]) AS pauseMicros, sum(slice.spendStoreMicros[i]) AS storeMicros
ORDER BY stage, model
