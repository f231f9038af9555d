// Makes one node of each label and one relationship of each type, with every property that the program writes.
// columns: none
CREATE (seed:Seed {id: 's1', problem: 'p', solution: 's', answer: 'a', subject: 'x', level: 'l', source: 'f', given: [],
  extraction: 'extracted', extractionVersion: 1})
CREATE (mention:Mention {key: 'm1', text: 'sine', given: false, verdict: 'keep', reason: 'r', decidedBy: 'm',
  prompt: 'p', promptVersion: 1, promptHash: 'h', judgedAs: 'sines', rehearsal: true, embedding: [0.5], embeddedBy: 'e'})
CREATE (other:Mention {key: 'm2', text: 'sinus'})
CREATE (kp:KnowledgePoint {id: 'k1', name: 'sine', status: 'active', embedding: [0.5], namedBy: 'm', namedByPrompt: 'p',
  namedByPromptVersion: 1, namedByPromptHash: 'h', namedByRehearsal: true, namedByReason: 'r', aliases: ['sin'], reason: 'r',
  bannedAt: datetime()})
CREATE (kp2:KnowledgePoint {id: 'k2', name: 'cosine', status: 'active', embedding: [0.6]})
CREATE (seed)-[:MENTIONS {position: 1, model: 'm', prompt: 'p', promptVersion: 1, promptHash: 'h', temperature: 0.0,
  topP: 1.0, maxTokens: 100, samplingSeed: 0, askedAgain: true, rehearsal: true}]->(mention)-[:NAMES]->(kp)
CREATE (mention)-[:SIMILAR {score: 0.9, verdict: 'same', decidedBy: 'cosine', budget: 8, by: 'b', at: datetime(), reason: 'r',
  curation: 'u1'}]->(other)
CREATE (seed)-[:REQUIRES]->(kp)-[:CO_OCCURS {weight: 1}]->(kp2)
CREATE (kp)-[:MERGED_INTO {curation: 'u1'}]->(kp2)
CREATE (curation:Curation {id: 'u1', sequence: 1, action: 'merge', summary: 's', at: datetime(), by: 'b', reason: 'r', undone: true,
  undoneAt: datetime(), undoneBy: 'b'})-[:CHANGED {name: 'n', status: 'active', aliases: [], reason: 'r', bannedAt: datetime(), namedBy: 'm'}]->(kp)
CREATE (curation)-[:CREATED]->(kp2)
CREATE (curation)-[:MOVED {from: 'k1', to: 'k2'}]->(mention)
CREATE (curation)-[:JUDGED {other: 'm2', score: 0.9, verdict: 'same', decidedBy: 'cosine'}]->(mention)
CREATE (:Kprg {id: 'kprg', curations: 1, epoch: 1, builtAt: datetime(), nodes: 2, edges: 1})
CREATE (:Run {id: 'r1', profile: 'grip-2025', state: 'done', request: '{}', decides: '{}', epoch: 1, error: 'e', notice: 'n',
  rehearsal: true, createdAt: datetime(), endedAt: datetime(), judges: ['m'], judgeWeights: [1.0], judgePrompts: ['h'],
  total: 1, planned: 1, planComplete: true, cursor: 'c', owner: 'o', ownerPid: 1, ownerHost: 'h', leaseUntil: 1, term: 1,
  locked: true, probedAt: 1, activeMillis: 9, adoptions: 1, adoptedDone: 1, maxCost: 9.0, maxMillis: 9, targetRows: 9})
CREATE (:Slice {id: 'r1-0', run: 'r1', index: 0, kind: 'ONE_HOP', state: 'done', attempt: 1, combinations: ['c1#0'], size: 1, round: 1, region: 'elsewhere',
  done: 1, problems: 1, problemsPassed: 1, solutions: 1, accepted: 1, failed: 0, setAside: 0, acceptedProblems: ['p1'],
  acceptedSolutions: ['x1'], scores: [0.9], difficulties: ['low'], spendStages: ['s'], spendModels: ['m'],
  spendCalls: [1], spendPromptTokens: [9], spendCompletionTokens: [9], spendMicros: [9], spendRoomMicros: [9],
  spendPauseMicros: [9], spendStoreMicros: [9]})
CREATE (:Spend {key: 'r1-1-x', run: 'r1', spendStages: ['s'], spendModels: ['m'], spendCalls: [1], spendPromptTokens: [9],
  spendCompletionTokens: [9], spendMicros: [9], spendRoomMicros: [9], spendPauseMicros: [9], spendStoreMicros: [9]})
CREATE (combination:Combination {key: 'c1', kind: 'ONE_HOP', distance: 1, weight: 1.0})-[:COMBINES]->(kp)
CREATE (problem:Problem {key: 'p1', run: 'r1', text: 't', trouble: 'x', sample: 0, score: 0.9, verdict: 'passed',
  difficulty: 'low', rater: 'm', model: 'm', prompt: 'p', promptVersion: 1, promptHash: 'h', temperature: 0.7,
  topP: 0.95, maxTokens: 100, samplingSeed: 1, rehearsal: true, request: 'q'})
CREATE (problem)-[:GENERATED_FROM]->(combination)
CREATE (solution:Solution {key: 'x1', run: 'r1', text: 't', answer: '4', trouble: 'x', verdict: 'passed', model: 'm',
  prompt: 'p', promptVersion: 1, promptHash: 'h', temperature: 0.0, topP: 1.0, maxTokens: 100, samplingSeed: 0,
  rehearsal: true, export: 'exported'})
CREATE (solution)-[:SOLVES]->(problem)
CREATE (judgement:Judgement {key: 'j1', run: 'r1', model: 'm', weight: 1.0, score: 0.9, approved: true,
  explanation: 'e', parsedBy: 'line', prompt: 'p', promptVersion: 1, promptHash: 'h', temperature: 0.0, topP: 1.0,
  maxTokens: 100, samplingSeed: 0, rehearsal: true})
CREATE (judgement)-[:OF]->(problem)
CREATE (:Rating {key: 'ra1', run: 'r1', difficulty: 'low', explanation: 'e', parsedBy: 'line', model: 'm'})-[:RATES]->(problem)
CREATE (:MentionVector {position: 0, embedding: [0.6, 0.8]})
CREATE (:Prompt {key: 'judge', name: 'judging/judge-problem', version: 1, hash: 'h', text: 't'})
CREATE (:Model {key: 'judge m', name: 'm', url: 'u', role: 'judge', weight: 1.0, rehearsal: true})
