-- ARGV: now, then for each quota: id, place as quotaAt reads it. Answers, for each: 1 if it is counted, else 0; from the ledger (5);
-- settled (5); held (5).
returnExpired(tonumber(ARGV[1]))
local answer = {}
for at = 2, #ARGV, 5 do
  answer[#answer + 1] = redis.call('HEXISTS', root, ARGV[at]) == 1 and '1' or '0'
  local values = read(quotaAt(at + 1), tonumber(ARGV[1]))
  for i = 1, 15 do
    answer[#answer + 1] = whole(values[i])
  end
end
write()
return answer
