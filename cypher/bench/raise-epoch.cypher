// Makes the next call load the projection again.
// parameters: {}
// columns: epoch
MATCH (kprg:Kprg {id: 'kprg'})
SET kprg.epoch = kprg.epoch + 1
RETURN kprg.epoch AS epoch
