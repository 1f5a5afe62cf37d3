-- ARGV: now, the reservation's id, how long to keep it, what was used (5; '' keeps the estimate).
-- Answers SETTLED and for each quota its period and what is spent (5); or AGAIN, RELEASED, UNKNOWN.
local id = ARGV[2]
local lease = load(id)
if not lease then
  return {'UNKNOWN'}
end
if lease.state == 'RELEASED' then
  return {'RELEASED'}
end
if lease.state ~= 'OPEN' and lease.state ~= 'EXPIRED' then
  return {'AGAIN'}
end
if lease.state == 'OPEN' then
  unhold(id, lease)
end
lease.used = {}
for i = 1, 5 do
  lease.used[i] = tonumber(ARGV[3 + i]) or lease.estimate[i]
end
-- Where only one of both is known, the total is neither the estimate nor what was sent.
lease.used[1] = lease.used[2] + lease.used[3]
lease.state = 'SETTLED'
local answer = {'SETTLED'}
for _, quota in ipairs(lease.quotas) do
  add(quota, 's', lease.used, 1)
  spent(answer, quota, tonumber(ARGV[1]))
end
save(id, lease, ARGV[3])
return answer
