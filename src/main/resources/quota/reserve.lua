local counted = {}

local function isCounted(id)
  if counted[id] == nil then
    counted[id] = redis.call('HEXISTS', root, id) == 1
  end
  return counted[id]
end

-- The answer when a quota that blocks has no room.
local function blocked(call, number, quota, values)
  for i = 1, 5 do
    local limit = tonumber(quota.limits[i])
    if limit then
      local estimate = call.estimate[i]
      local used = values[LEDGER + i] + values[SETTLED + i]
      local all = used + values[HELD + i]
      if all >= limit or all + estimate > limit then
        local full = used >= limit or used + estimate > limit
        local wait = full and quota.step > 0 and untilRoom(quota, call.now, i, used, estimate, limit) or 0
        return {'BLOCK', whole(number), whole(i), whole(used), whole(values[HELD + i]), full and '1' or '0', whole(wait)}
      end
    end
  end
end

-- The answer when a quota that throttles lets nothing through yet.
local function throttled(call, number, quota, values)
  local longest = 60000
  local gap = 0
  local worst = 1
  for i = 1, 5 do
    local limit = tonumber(quota.limits[i])
    if limit then
      local all = values[LEDGER + i] + values[SETTLED + i] + values[HELD + i]
      local above = math.min(1, math.max(0, (100 * all / limit - quota.warning) / math.max(1, 100 - quota.warning)))
      if longest * above * above > gap then
        gap = longest * above * above
        worst = i
      end
    end
  end
  local last = values[16]
  if call.now < last + gap then
    return {'THROTTLE', whole(number), whole(worst), whole(values[LEDGER + worst] + values[SETTLED + worst]),
      whole(values[HELD + worst]), '0', whole(math.ceil(last + gap - call.now))}
  end
end

local function hold(call)
  local lease = {state = 'OPEN', estimate = call.estimate, quotas = {}, keep = call.keep}
  for i, quota in ipairs(call.quotas) do
    add(quota, HELD, call.estimate, 1)
    if quota.mode == 'THROTTLE' then
      pace(quota, call.now)
    end
    lease.quotas[i] = {period = quota.period, keep = quota.keep, length = quota.length, step = quota.step}
  end
  redis.call('SET', nameOf(call.id), cmsgpack.pack(lease))
  redis.call('ZADD', leases, whole(call.expiresAt), call.id)
end

-- id: '' to only look; expiresAt; keep: how long what is over is; estimate (5); quotas, each with id, mode, warning percent, limits (5,
-- null for none), and what quotaAt reads.
-- Answers HELD; REBUILD when a quota is not counted yet; or BLOCK or THROTTLE, the number of the quota, the metric, what is used and
-- held, whether what is used alone leaves no room, and the milliseconds to wait (THROTTLE, or a window that rolls).
local function reserve(call)
  -- Sent again since the answer was late: it holds already.
  if call.id ~= '' and load(call.id) then
    return {'HELD'}
  end
  for _, quota in ipairs(call.quotas) do
    if not isCounted(quota.id) then
      return {'REBUILD'}
    end
  end
  returnExpired(call.now)
  for number, quota in ipairs(call.quotas) do
    local judge = quota.mode == 'BLOCK' and blocked or quota.mode == 'THROTTLE' and throttled
    local refusal = judge and judge(call, number, quota, read(quota, call.now))
    if refusal then
      return refusal
    end
  end
  if call.id ~= '' then
    hold(call)
  end
  return {'HELD'}
end
