-- ARGV: now, the reservation's id or '' to only look, its expiry, how long to keep what is over, the estimate (5), then for each
-- quota: id, place as quotaAt reads it, mode, warning percent, limits (5, '' for none).
-- Answers HELD; REBUILD when a quota is not counted yet; or BLOCK or THROTTLE, the number of the quota, the metric, what is used and
-- held, whether what is used alone leaves no room, and the milliseconds to wait (THROTTLE, or a window that rolls).
local now = tonumber(ARGV[1])
local id = ARGV[2]
local estimate = amounts(5)
local quotas = {}
local longest = 60000

local fields = {}
for at = 10, #ARGV, 12 do
  fields[#fields + 1] = ARGV[at]
  local quota = quotaAt(at + 1)
  quota.mode = ARGV[at + 5]
  quota.warning = tonumber(ARGV[at + 6])
  quota.limits = at + 7
  quotas[#quotas + 1] = quota
end
for _, counted in ipairs(redis.call('HMGET', root, unpack(fields))) do
  if not counted then
    return {'REBUILD'}
  end
end

-- Sent again since the answer was late: it holds already.
if id ~= '' and redis.call('EXISTS', root .. ':lease:' .. id) == 1 then
  return {'HELD'}
end

returnExpired(now)

local paced = {}
for number, quota in ipairs(quotas) do
  local values = quota.mode ~= 'ALERT' and read(quota, now)
  local wait = 0
  local worst = 1
  for i = 1, values and 5 or 0 do
    local limit = tonumber(ARGV[quota.limits + i - 1])
    if limit then
      local used = values[i] + values[5 + i]
      local all = used + values[10 + i]
      if quota.mode == 'BLOCK' then
        if all >= limit or all + estimate[i] > limit then
          local full = used >= limit or used + estimate[i] > limit
          local wait = full and quota.step > 0 and untilRoom(quota, now, i, used, estimate[i], limit) or 0
          return {'BLOCK', whole(number), whole(i), whole(used), whole(values[10 + i]), full and '1' or '0', whole(wait)}
        end
      else
        local above = math.min(1, math.max(0, (100 * all / limit - quota.warning) / math.max(1, 100 - quota.warning)))
        local gap = longest * above * above
        if gap > wait then
          wait = gap
          worst = i
        end
      end
    end
  end
  if values and quota.mode == 'THROTTLE' then
    if now < values[16] + wait then
      return {'THROTTLE', whole(number), whole(worst), whole(values[worst] + values[5 + worst]), whole(values[10 + worst]), '0',
        whole(math.ceil(values[16] + wait - now))}
    end
    paced[#paced + 1] = quota
  end
end

if id ~= '' then
  local lease = {state = 'OPEN', estimate = estimate, quotas = {}, keep = ARGV[4]}
  for i, quota in ipairs(quotas) do
    add(quota, 'h', estimate, 1)
    lease.quotas[i] = {period = quota.period, keep = quota.keep, length = quota.length, step = quota.step}
  end
  for _, quota in ipairs(paced) do
    redis.call('HSET', counters(quota), 'at', ARGV[1])
  end
  save(id, lease)
  redis.call('ZADD', leases, ARGV[3], id)
end
return {'HELD'}
