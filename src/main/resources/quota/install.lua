-- ARGV: the lock's token, the revision of the quotas, the commit the counters begin after where there are none yet, then for each
-- place of a quota: the quota's id, the commit it is counted through, place, how long to keep it, amounts (5).
-- Sets what comes from the ledger; what is held or settled stays. Answers DONE or LOST, when somebody else has the lock.
if redis.call('GET', root .. ':lock') ~= ARGV[1] then
  return {'LOST'}
end
redis.call('HSETNX', root, 'applied', ARGV[3])
local revision = tonumber(redis.call('HGET', root, 'revision') or 0)
redis.call('HSET', root, 'revision', whole(math.max(revision, tonumber(ARGV[2]))))
for at = 4, #ARGV, 9 do
  local key = root .. ':' .. ARGV[at + 2]
  for i = 1, 5 do
    redis.call('HSET', key, 'l' .. i, ARGV[at + 3 + i])
  end
  redis.call('PEXPIRE', key, ARGV[at + 3])
  redis.call('HSET', root, ARGV[at], ARGV[at + 1])
end
return {'DONE'}
