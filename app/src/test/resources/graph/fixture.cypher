// Makes one node of each label and one relationship of each type, with every property.
// columns: none
CREATE (seed:Seed {id: 's1', problem: 'p', solution: 's', answer: 'a', subject: 'x', level: 'l', source: 'f', hash: 'h',
  extraction: 'DONE', extractedBy: 'm', createdAt: datetime(), updatedAt: datetime()})
CREATE (mention:Mention {key: 'm1', text: 'sine', normalized: 'sine', verdict: 'KEPT', reason: 'r', decidedBy: 'm',
  embedding: [0.5], embeddingModel: 'e', model: 'm', prompt: 'p', promptVersion: '1', promptHash: 'h', rehearsal: true})
CREATE (other:Mention {key: 'm2', text: 'sinus'})
CREATE (kp:KnowledgePoint {id: 'k1', name: 'sine', status: 'ACTIVE', embedding: [0.5], degree: 1, core: false})
CREATE (kp2:KnowledgePoint {id: 'k2', name: 'cosine', status: 'ACTIVE'})
CREATE (seed)-[:MENTIONS {position: 1, run: 'r', model: 'm', prompt: 'p'}]->(mention)-[:NAMES]->(kp)
CREATE (mention)-[:SIMILAR {score: 0.9, verdict: 'SAME', decidedBy: 'cosine', reason: 'r', model: 'm'}]->(other)
CREATE (seed)-[:REQUIRES]->(kp)-[:CO_OCCURS {weight: 1}]->(kp2)
CREATE (:Kprg {id: 'kprg', epoch: 1, builtAt: datetime(), nodes: 2, edges: 1, seeds: 1})
CREATE (:Run {id: 'r1', profile: 'grip-2025', state: 'RUNNING', config: '{}', epoch: 1, cursor: 'c', error: 'e',
  rehearsal: true, seed: 1, planned: 1, slices: 1, combinations: 1, problems: 1, approvedProblems: 1, solutions: 1,
  approvedSolutions: 1, failed: 1, calls: 1, tokens: 1, createdAt: datetime(), startedAt: datetime(),
  finishedAt: datetime(), updatedAt: datetime()})
CREATE (:Slice {id: 'r1-0', run: 'r1', state: 'PLANNED', attempt: 0, number: 0, kind: 'ONE_HOP', from: 'c', to: 'd',
  size: 16, error: 'e', worker: 'w', createdAt: datetime(), startedAt: datetime(), finishedAt: datetime(),
  updatedAt: datetime()})
CREATE (combination:Combination {key: 'c1', kind: 'ONE_HOP', distance: 1, weight: 1, names: ['sine', 'cosine'],
  run: 'r1', novel: true})-[:COMBINES]->(kp)
CREATE (problem:Problem {key: 'p1', run: 'r1', slice: 'r1-0', text: 't', score: 0.9, verdict: 'APPROVED',
  difficulty: 'low', rater: 'm', model: 'm', prompt: 'generate', promptVersion: '1', promptHash: 'h', sampling: '{}',
  temperature: 0.7, topP: 0.95, maxTokens: 100, seed: 1, tokens: 1, promptTokens: 1, completionTokens: 1,
  rehearsal: true, outcome: 'complete', reason: 'r', contaminated: false, repetition: 0, createdAt: datetime()})
CREATE (problem)-[:GENERATED_FROM]->(combination)
CREATE (solution:Solution {key: 'x1', run: 'r1', slice: 'r1-0', text: 't', answer: '4', verdict: 'APPROVED', model: 'm',
  prompt: 'solve', promptVersion: '1', promptHash: 'h', rehearsal: true, outcome: 'complete', createdAt: datetime()})
CREATE (solution)-[:SOLVES]->(problem)
CREATE (judgement:Judgement {key: 'j1', run: 'r1', model: 'm', weight: 1.0, score: 0.9, approved: true,
  explanation: 'e', parsedBy: 'line', text: 't', outcome: 'complete', prompt: 'judge', promptVersion: '1',
  promptHash: 'h', rehearsal: true, createdAt: datetime()})
CREATE (judgement)-[:OF]->(problem)
CREATE (:Prompt {key: 'judge@1', name: 'judge', version: '1', hash: 'h', text: 't', stage: 'judge'})
CREATE (:Model {key: 'judge m', name: 'm', url: 'u', role: 'judge', weight: 1.0, rehearsal: true})
