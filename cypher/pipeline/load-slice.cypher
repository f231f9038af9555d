// The references of a slice's combinations and how far it is.
// parameters: {id: 'sl1'}
// columns: combinations, attempt, done, accepted, state, spendStages, spendModels, spendCalls, spendPromptTokens, spendCompletionTokens, spendMicros, spendRoomMicros, spendPauseMicros, spendStoreMicros
MATCH (slice:Slice {id: $id})
RETURN slice.combinations AS combinations, slice.attempt AS attempt, slice.done AS done,
       coalesce(slice.accepted, 0) AS accepted, slice.state AS state,
       coalesce(slice.spendStages, []) AS spendStages, coalesce(slice.spendModels, []) AS spendModels,
       coalesce(slice.spendCalls, []) AS spendCalls, coalesce(slice.spendPromptTokens, []) AS spendPromptTokens,
       coalesce(slice.spendCompletionTokens, []) AS spendCompletionTokens, coalesce(slice.spendMicros, []) AS spendMicros,
       coalesce(slice.spendRoomMicros, []) AS spendRoomMicros, coalesce(slice.spendPauseMicros, []) AS spendPauseMicros,
       coalesce(slice.spendStoreMicros, []) AS spendStoreMicros
