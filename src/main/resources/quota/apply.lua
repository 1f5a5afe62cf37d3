-- ARGV: the commit's number, the revision of the quotas the caller knows, how long to keep a reservation, how many reservations were made
-- for its calls, their ids, then for each quota the commit adds to: id, period, how long to keep it, amounts (5). Commits are counted one by one, each once.
-- Answers APPLIED and for each quota its period and what is spent (5); KNOWN when the commit is counted already; GAP and the last
-- commit counted; STALE when there are quotas the caller does not know; LOCKED while counters are made anew; REBUILD when there are none.
local sequence = tonumber(ARGV[1])
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
if tonumber(ARGV[2]) < tonumber(meta[2] or 0) then
  return {'STALE'}
end
local reservations = tonumber(ARGV[4])
for at = 5, 4 + reservations do
  record(ARGV[at], ARGV[3])
end
local answer = {'APPLIED'}
for at = 5 + reservations, #ARGV, 8 do
  local counted = tonumber(redis.call('HGET', root, ARGV[at]) or '')
  if counted and counted < sequence then
    local quota = {period = ARGV[at + 1], keep = ARGV[at + 2]}
    add(quota, 'l', amounts(at + 3), 1)
    spent(answer, quota)
  end
end
redis.call('HSET', root, 'applied', whole(sequence))
return answer
