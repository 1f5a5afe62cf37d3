-- ARGV: now, how long to keep a reservation, then the ids of reservations whose calls the ledger's counters hold now.
-- Answers DONE and for each quota that has changed its period and what is spent (5).
local answer = {'DONE'}
for at = 3, #ARGV do
  local lease = record(ARGV[at], ARGV[2])
  for _, quota in ipairs(lease and lease.quotas or {}) do
    spent(answer, quota, tonumber(ARGV[1]))
  end
end
write()
return answer
