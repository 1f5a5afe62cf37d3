-- ARGV: now, the reservation's id, how long to keep it. Answers RELEASED, SETTLED or UNKNOWN.
local id = ARGV[2]
local lease = load(id)
if not lease then
  return {'UNKNOWN'}
end
if lease.state == 'SETTLED' or lease.state == 'RECORDED' then
  return {'SETTLED'}
end
if lease.state == 'OPEN' then
  unhold(id, lease)
end
lease.state = 'RELEASED'
save(id, lease, ARGV[3])
return {'RELEASED'}
