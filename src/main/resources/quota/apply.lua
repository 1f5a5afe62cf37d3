-- ARGV: now, the commit's number, the revision of the quotas the caller knows, how long to keep a reservation, how many reservations
-- were made for its calls, their ids, then for each quota the commit adds to: id, place as quotaAt reads it, amounts (5). Commits are
-- counted one by one, each once.
-- Answers APPLIED and for each quota its period and what is spent (5); KNOWN when the commit is counted already; GAP and the last
-- commit counted; STALE when there are quotas the caller does not know; LOCKED while counters are made anew; REBUILD when there are none.
local now = tonumber(ARGV[1])
local sequence = tonumber(ARGV[2])
local meta = redis.call('HMGET', root, 'applied', 'revision')
local applied = tonumber(meta[1] or '')
if not applied then
  return {'REBUILD'}
end
if redis.call('EXISTS', root .. ':lock') == 1 then
  return {'LOCKED'}
end
if sequence <= applied then
  return {'KNOWN'}
end
if sequence > applied + 1 then
  return {'GAP', whole(applied)}
end
if tonumber(ARGV[3]) < tonumber(meta[2] or 0) then
  return {'STALE'}
end
local reservations = tonumber(ARGV[5])
for at = 6, 5 + reservations do
  record(ARGV[at], ARGV[4])
end
local answer = {'APPLIED'}
for at = 6 + reservations, #ARGV, 10 do
  local counted = tonumber(redis.call('HGET', root, ARGV[at]) or '')
  if counted and counted < sequence then
    local quota = quotaAt(at + 1)
    local amounts = {}
    for i = 1, 5 do
      amounts[i] = tonumber(ARGV[at + 4 + i])
    end
    add(quota, LEDGER, amounts, 1)
    spent(answer, quota, now)
  end
end
write()
redis.call('HSET', root, 'applied', whole(sequence))
return answer
