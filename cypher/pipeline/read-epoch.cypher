// The KPRG's epoch; 0 before its first build.
// parameters: {}
// columns: epoch
OPTIONAL MATCH (kprg:Kprg)
RETURN coalesce(max(kprg.epoch), 0) AS epoch
